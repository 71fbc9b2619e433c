import { nameFor, peopleOf } from "../../world/chats";
import { originOf } from "../../world/origin";
import { asBotUser } from "../../world/peers";
import { post } from "../../world/post";
import type { StoredMessage } from "../../world/state";
import { badRequest } from "../api-error";
import type { Call, Methods } from "../call";
import { readCaption, readText } from "../format/read-text";
import { readSendOptions, send } from "../send";
import { knownChat, messageIn, writableChat } from "../target";

const ACTIONS = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note".split(
    " ",
  ),
);

export const messages: Methods = {
  sendMessage: (call) => send(call, () => ({ content: readText(call.params) })),

  sendContact: (call) =>
    send(call, () => {
      const phone = call.params.text("phone_number");
      const firstName = call.params.text("first_name");
      if (!phone) throw badRequest("phone number is empty");
      if (!firstName) throw badRequest("first name is empty");
      const lastName = call.params.text("last_name");
      return {
        content: { contact: { phone_number: phone, first_name: firstName, ...(lastName && { last_name: lastName }) } },
      };
    }),

  forwardMessage: (call) => {
    const stored = readSource(call, "forward");
    if (stored.protected) throw badRequest("message can't be forwarded");
    return send(call, { content: stored.content, forwardOrigin: originOf(call.world, stored) });
  },

  copyMessage: (call) => {
    const { world, bot, limiter, params } = call;
    const stored = readSource(call, "copy");
    if (stored.content.invoice || stored.pins !== undefined) throw badRequest("message can't be copied");
    const chat = writableChat(call);
    const caption = params.has("caption") ? readCaption(params) : {};
    const options = readSendOptions(params, chat);
    limiter.admit(bot.id, chat, "message");
    const copy = post(world, chat, { from: bot.id, ...options, content: { ...stored.content, ...caption } });
    return { message_id: copy.id };
  },

  sendChatAction: (call) => {
    const { world, bot, params } = call;
    const chat = writableChat(call);
    const action = params.text("action") ?? "";
    if (!ACTIONS.has(action)) throw badRequest("wrong parameter action in request");
    for (const person of peopleOf(world, chat))
      world.tell(person, () => ({ kind: "action", chat: nameFor(chat, person), from: asBotUser(bot), action }));
    return true;
  },
};

function readSource(call: Call, verb: "forward" | "copy"): StoredMessage {
  return messageIn(knownChat(call, "from_chat_id"), call, verb);
}
