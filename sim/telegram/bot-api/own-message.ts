import type { Chat, StoredMessage } from "../world/state";
import { badRequest } from "./api-error";
import type { Call } from "./call";
import { readInlineMarkup } from "./reply-markup";
import { messageIn, writableChat } from "./target";

/** A message this bot may still change. @throws ApiError 400 */
export function ownMessage(call: Call, verb: "edit"): { chat: Chat; stored: StoredMessage } {
  const chat = writableChat(call);
  const stored = messageIn(chat, call, verb);
  if (stored.from !== call.bot.id || stored.frozen || stored.forwardOrigin) throw badRequest("message can't be edited");
  return { chat, stored };
}

/** A live location keeps its keyboard unless a new one is given. */
export function setKeyboardOf(call: Call, chat: Chat, stored: StoredMessage): void {
  if (call.params.has("reply_markup")) stored.keyboard = readInlineMarkup(call.params, chat);
}

/** A field that is `undefined` is no field. */
export const isSame = (a: unknown, b: unknown): boolean => Bun.deepEquals(a, b);
