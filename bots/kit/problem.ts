import { GrammyError } from "grammy";
import { ApiRefusal } from "./api";
import type { BotContext } from "./context";
import type { Log } from "./log";
import { type Words, wordId } from "./words";

/** What a person reads when something could not be done: what went wrong and what to do next. */
export const problemSentence = (error: unknown, { plain }: Words): string =>
  plain(wordId("refusal", error instanceof ApiRefusal ? error.code : "unknown"));

/** Whether Telegram merely said that a tap is too old, or that nothing changed: of no concern to anybody. */
const isHarmless = (error: unknown): boolean =>
  error instanceof GrammyError &&
  /not modified|query is too old|query ID is invalid|message to (delete|edit) not found/i.test(error.description);

/**
 * The outermost net: nothing that happens in a handler kills the bot, and the person is told in their language, on the
 * button that they tapped or in the chat.
 * @throws what a payment ended with: money came, so the update must fail, come back and be handled again. The person has
 * done their part and is not asked to try again
 */
export const catchProblems =
  (log: Log, words: (ctx: BotContext) => Words) =>
  async (ctx: BotContext, next: () => Promise<void>): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (ctx.message?.successful_payment) throw error;
      if (isHarmless(error)) return settleTap(ctx);
      if (!(error instanceof ApiRefusal)) log.error({ err: error, updateId: ctx.update.update_id }, "a handler failed");
      await tell(ctx, problemSentence(error, words(ctx))).catch((problem: unknown) =>
        log.warn({ err: problem, updateId: ctx.update.update_id }, "nobody could be told of a problem"),
      );
    }
  };

/** Takes the waiting sign off a button; a tap that is too old for that needs none. */
async function settleTap(ctx: BotContext): Promise<void> {
  if (ctx.callbackQuery) await ctx.answerCallbackQuery().catch(() => {});
}

/** @throws what Telegram answers */
export async function tell(ctx: BotContext, text: string): Promise<void> {
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text: text.slice(0, 200), show_alert: true });
  else if (ctx.preCheckoutQuery) await ctx.answerPreCheckoutQuery(false, text);
  else if (ctx.chat?.type === "private" || ctx.message?.text?.startsWith("/")) await ctx.reply(text);
}
