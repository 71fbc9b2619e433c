import type { Message } from "grammy/types";
import { z } from "zod";
import { changeMessage, deleteMessages } from "../../world/change-message";
import { isAdmin } from "../../world/chats";
import { messageFor } from "../../world/see";
import type { Chat, Content, StoredMessage } from "../../world/state";
import { badRequest, NOT_MODIFIED } from "../api-error";
import type { Call, Methods } from "../call";
import { readCaption, readText } from "../format/read-text";
import { itemCall, readMedia } from "../media-content";
import { isSame, ownMessage } from "../own-message";
import { parseJson } from "../params";
import { readInlineMarkup } from "../reply-markup";
import { messageIn, writableChat } from "../target";

const DELETABLE_FOR_S = 48 * 3_600;
const MAX_DELETED = 100;

export const editing: Methods = {
  editMessageText: (call) => {
    const { chat, stored } = ownMessage(call, "edit");
    const content = readText(call.params, "MESSAGE_TOO_LONG");
    if (stored.content.text === undefined) throw badRequest("there is no text in the message to edit");
    return change(call, chat, stored, content);
  },

  editMessageCaption: (call) => {
    const { chat, stored } = ownMessage(call, "edit");
    const { caption: _, caption_entities: __, ...media } = stored.content;
    if (!hasMedia(stored.content)) throw badRequest("there is no caption in the message to edit");
    return change(call, chat, stored, { ...media, ...readCaption(call.params) });
  },

  editMessageMedia: async (call) => {
    const { chat, stored } = ownMessage(call, "edit");
    const item = z.record(z.string(), z.unknown()).safeParse(parseJson(call.params.text("media") ?? "", "InputMedia"));
    if (!item.success) throw badRequest("can't parse InputMedia JSON object");
    const { call: nested, kind } = itemCall(call, item.data);
    const media_group_id = stored.content.media_group_id;
    const content = await readMedia(nested, kind, "media");
    return change(call, chat, stored, { ...content, ...(media_group_id && { media_group_id }) });
  },

  editMessageReplyMarkup: (call) => {
    const { chat, stored } = ownMessage(call, "edit");
    return change(call, chat, stored, stored.content);
  },

  deleteMessage: (call) => {
    const chat = writableChat(call);
    const stored = messageIn(chat, call, "delete");
    if (!mayDelete(call, chat, stored)) throw badRequest("message can't be deleted for everyone");
    deleteMessages(call.world, chat, [stored.id]);
    return true;
  },

  /** Leaves out what is not there, as the original does. */
  deleteMessages: (call) => {
    const chat = writableChat(call);
    const ids = call.params.json("message_ids", z.array(z.int()), "message identifiers") ?? [];
    if (ids.length === 0) throw badRequest("message identifiers are not specified");
    if (ids.length > MAX_DELETED) throw badRequest("too many message identifiers specified");
    const found = ids.flatMap((id) => chat.messages.get(id) ?? []).filter((stored) => mayDelete(call, chat, stored));
    deleteMessages(
      call.world,
      chat,
      found.map((stored) => stored.id),
    );
    return true;
  },
};

/** An edit without `reply_markup` takes the keyboard away: many a bot author learns that the hard way. */
function change(call: Call, chat: Chat, stored: StoredMessage, content: Content): Message {
  const keyboard = readInlineMarkup(call.params, chat);
  const sameContent = isSame(content, stored.content);
  if (sameContent && isSame(keyboard, stored.keyboard)) throw badRequest(NOT_MODIFIED);
  call.limiter.admit(call.bot.id, chat, "edit");
  changeMessage(call.world, chat, stored, { ...(!sameContent && { content }), keyboard });
  return messageFor(call.world, chat, stored, call.bot.id);
}

const hasMedia = ({ photo, document, video, audio, animation, voice }: Content): boolean =>
  [photo, document, video, audio, animation, voice].some((medium) => medium !== undefined);

function mayDelete({ world, bot }: Call, chat: Chat, stored: StoredMessage): boolean {
  if (chat.kind === "group" && isAdmin(chat, bot.id)) return true;
  if (world.nowS() - stored.atS > DELETABLE_FOR_S) return false;
  return chat.kind === "private" || stored.from === bot.id;
}
