import type { InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import type { BotContext } from "./context";

const HTML = { parse_mode: "HTML", link_preview_options: { is_disabled: true } } as const;

/** A new message. `text` is HTML. */
export const say = (ctx: BotContext, text: string, keyboard?: InlineKeyboard): Promise<Message> =>
  ctx.reply(text, { ...HTML, ...(keyboard && { reply_markup: keyboard }) });

/** Goes on in the message whose button was tapped; a new one when there was no tap, or a photo cannot become text. */
export async function show(ctx: BotContext, text: string, keyboard?: InlineKeyboard): Promise<number> {
  const tapped = ctx.callbackQuery?.message;
  const options = { ...HTML, ...(keyboard && { reply_markup: keyboard }) };
  if (!tapped || !("text" in tapped)) return (await say(ctx, text, keyboard)).message_id;
  await ctx.editMessageText(text, options);
  return tapped.message_id;
}
