import { Composer, type InlineKeyboard } from "grammy";
import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import { ApiRefusal, ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { problemSentence } from "#bots/kit/problem";
import { reasonAt, reasonKeyboard } from "#bots/kit/reasons";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { DeclineReason } from "#shared/delivery/offer";

/** Yes or no to an offer. Whoever is too late hears so, and the buttons go. */
export const offers = new Composer<BotContext>();

onTap(offers, buttons.accept, (ctx, { ids: [id] }) =>
  settle(ctx, async () => {
    await ask(ctx.peyk.offers({ id: id! }).accept.post());
    return ctx.words.html("offer-accepted");
  }),
);

onTap(offers, buttons.decline, async (ctx, { ids: [id] }) => {
  const keyboard = reasonKeyboard(DeclineReason.options, "decline-reason", buttons.declineBecause, id!, ctx.words);
  await ctx.editMessageReplyMarkup({ reply_markup: withBack(keyboard, ctx, id!) });
});

onTap(offers, buttons.declineBecause, async (ctx, { ids: [id], word }) => {
  const reason = reasonAt(DeclineReason.options, word);
  if (!reason) return ctx.words.plain("button-old");
  return settle(ctx, async () => {
    await ask(ctx.peyk.offers({ id: id! }).decline.post({ reason }));
    return ctx.words.html("offer-declined");
  });
});

const withBack = (keyboard: InlineKeyboard, ctx: BotContext, id: string) =>
  keyboard.text(ctx.words.plain("button-accept"), buttons.accept.pack([id]));

/** The message says how it ended, whichever way; a mere failure leaves its buttons for another try. */
async function settle(ctx: BotContext, answer: () => Promise<string>): Promise<string | undefined> {
  try {
    await show(ctx, await answer());
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiRefusal) || !error.code.startsWith("offer.")) throw error;
    const sentence = problemSentence(error, ctx.words);
    await show(ctx, sentence);
    return sentence;
  }
}
