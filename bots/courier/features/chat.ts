import { Composer } from "grammy";
import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import type { BotContext } from "#bots/kit/context";
import { talk } from "#bots/kit/talk";
import { onTap } from "#bots/kit/tap";

/** Writing to the customer of the order in hand, and to the dispatchers at any time. */
export const chat = new Composer<BotContext>();

onTap(chat, buttons.writeCustomer, (ctx, { ids: [orderId] }) => talk.ask(ctx, { to: "customer", orderId: orderId! }));
onTap(chat, buttons.writeShop, (ctx, { ids: [orderId] }) =>
  talk.ask(ctx, { to: "staff", ...(orderId && { orderId }) }),
);
