import { Composer } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import type { BotContext } from "#bots/kit/context";
import { talk } from "#bots/kit/talk";
import { onTap } from "#bots/kit/tap";

/** Writing to the courier while they carry the order, and to the shop at any time. */
export const chat = new Composer<BotContext>();

chat.chatType("private").command("support", (ctx) => talk.ask(ctx, { to: "staff" }));
onTap(chat, buttons.writeCourier, (ctx, { ids: [orderId] }) => talk.ask(ctx, { to: "courier", orderId: orderId! }));
onTap(chat, buttons.writeShop, (ctx, { ids: [orderId] }) =>
  talk.ask(ctx, { to: "staff", ...(orderId && { orderId }) }),
);
