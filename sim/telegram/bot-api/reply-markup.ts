import { z } from "zod";
import { isInline, type ReplyMarkup } from "../world/reply-markup";
import type { Chat } from "../world/state";
import { badRequest } from "./api-error";
import { readInlineRows } from "./inline-keyboard";
import { type Params, parseJson } from "./params";
import { readKeyboardRows } from "./reply-keyboard";

const Markup = z.looseObject({
  inline_keyboard: z.unknown().optional(),
  keyboard: z.unknown().optional(),
  remove_keyboard: z.boolean().optional(),
  force_reply: z.boolean().optional(),
  selective: z.boolean().optional(),
  is_persistent: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
  one_time_keyboard: z.boolean().optional(),
  input_field_placeholder: z.string().max(64).optional(),
});

/** What shall stand below the message or the input field. @throws ApiError 400 in Telegram's words */
export function readReplyMarkup(params: Params, chat: Chat): ReplyMarkup | undefined {
  const text = params.text("reply_markup");
  if (text === undefined) return undefined;
  const parsed = Markup.safeParse(parseJson(text, "reply keyboard markup"));
  if (!parsed.success) throw badRequest("object expected as reply markup");
  const { inline_keyboard, keyboard, remove_keyboard, force_reply, selective, ...look } = parsed.data;
  if (inline_keyboard !== undefined) return inlineOrNothing(inline_keyboard, chat);
  if (keyboard !== undefined)
    return { keyboard: readKeyboardRows(keyboard, chat), ...look, ...(selective && { selective }) };
  if (remove_keyboard) return { remove_keyboard: true, ...(selective && { selective }) };
  if (force_reply)
    return {
      force_reply: true,
      input_field_placeholder: look.input_field_placeholder,
      ...(selective && { selective }),
    };
  return undefined;
}

/** A keyboard without buttons is no keyboard: that is how bots take one away. */
function inlineOrNothing(rows: unknown, chat: Chat): ReplyMarkup | undefined {
  const inline_keyboard = readInlineRows(rows, chat);
  return inline_keyboard.length > 0 ? { inline_keyboard } : undefined;
}

/** Where a message is edited only an inline keyboard makes sense. */
export function readInlineMarkup(params: Params, chat: Chat) {
  const markup = readReplyMarkup(params, chat);
  if (markup && !isInline(markup)) throw badRequest("inline keyboard expected");
  return markup;
}
