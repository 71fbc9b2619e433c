import { Keyboard } from "grammy";
import { showCheckout } from "#bots/customer/features/checkout";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { dialogue, hear, problemOf, type Read } from "#bots/kit/question";

/** The number comes by the contact button, and only one's own: a forwarded card of somebody else is refused. */
export const askPhone = dialogue<null>("phone", async (conversation, ctx) => {
  const { html, plain } = ctx.words;
  const keys = new Keyboard().requestContact(plain("button-send-phone"));
  const keyboard = { keyboard: keys.build(), resize_keyboard: true, one_time_keyboard: true };
  const phone = await hear(conversation, ctx, { text: html("phone-ask"), keyboard }, readOwnContact);
  if (phone === null) return;
  await ctx.reply(plain("phone-saved"), { reply_markup: { remove_keyboard: true } });
  const problem = await conversation.external((outer) => problemOf(outer, goOn(outer, phone)));
  if (problem) await ctx.reply(problem);
});

async function goOn(outer: BotContext, phone: string): Promise<void> {
  outer.person = await ask(outer.peyk.me.phone.put({ phone }));
  await showCheckout(outer);
}

const readOwnContact: Read<string> = ({ contact, from }, { html }) => {
  if (!contact) return { again: html("phone-ask") };
  return contact.user_id === from?.id
    ? { answer: contact.phone_number.replaceAll(/[^\d+]/g, "") }
    : { again: html("phone-not-yours") };
};
