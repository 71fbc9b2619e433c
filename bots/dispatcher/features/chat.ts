import { Composer } from "grammy";
import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import type { BotContext } from "#bots/kit/context";
import { talk } from "#bots/kit/talk";
import { onTap } from "#bots/kit/tap";
import type { ChatPartner } from "#shared/contracts/chat";

/** Writing to both sides of an order, and answering what they wrote. */
export const chat = new Composer<BotContext>();

onTap(chat, buttons.writeCustomer, (ctx, { ids: [orderId] }) => talk.ask(ctx, { to: "customer", orderId: orderId! }));
onTap(chat, buttons.writeCourier, (ctx, { ids: [orderId] }) => talk.ask(ctx, { to: "courier", orderId: orderId! }));
onTap(chat, buttons.answer, async (ctx, { ids: [replyTo], word }) => {
  const to: ChatPartner = word === "courier" ? "courier" : "customer";
  await talk.ask(ctx, { to, replyTo: replyTo! });
});
