import type { Message } from "grammy/types";
import { z } from "zod";
import { type Draft, post } from "../world/post";
import { messageFor } from "../world/see";
import type { Chat } from "../world/state";
import { badRequest } from "./api-error";
import type { Call } from "./call";
import type { Params } from "./params";
import { readReplyMarkup } from "./reply-markup";
import { writableChat } from "./target";

const ReplyParameters = z.looseObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() });

type Say = Pick<Draft, "content"> & Partial<Draft>;

/** What every send… method does around its own content. @throws ApiError 400, 403, 429 */
export function send(call: Call, say: Say | ((chat: Chat) => Say)): Message {
  const { world, bot, limiter } = call;
  const chat = writableChat(call);
  const said = typeof say === "function" ? say(chat) : say;
  const options = readSendOptions(call.params, chat);
  limiter.admit(bot.id, chat, "message");
  const stored = post(world, chat, { from: bot.id, ...options, ...said });
  return messageFor(world, chat, stored, bot.id);
}

export const readSendOptions = (params: Params, chat: Chat) => ({
  markup: readReplyMarkup(params, chat),
  replyTo: readReply(params, chat),
  silent: params.flag("disable_notification"),
  protected: params.flag("protect_content"),
});

function readReply(params: Params, chat: Chat): number | undefined {
  const modern = params.json("reply_parameters", ReplyParameters, "reply parameters");
  const id = modern?.message_id ?? params.int("reply_to_message_id");
  if (!id) return undefined;
  if (chat.messages.has(id)) return id;
  if (modern?.allow_sending_without_reply || params.flag("allow_sending_without_reply")) return undefined;
  throw badRequest("message to be replied not found");
}
