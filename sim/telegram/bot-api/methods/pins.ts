import { pinMessage, unpinAll, unpinMessage } from "../../world/pin";
import { badRequest } from "../api-error";
import type { Methods } from "../call";
import { demandRights, messageIn, writableChat } from "../target";

export const pins: Methods = {
  pinChatMessage: (call) => {
    const chat = writableChat(call);
    demandRights(chat, call, "manage pinned messages in the chat");
    const stored = messageIn(chat, call, "pin");
    if (chat.pinned.at(-1) === stored.id) return true;
    pinMessage(call.world, chat, call.bot.id, stored.id, call.params.flag("disable_notification"));
    return true;
  },

  unpinChatMessage: (call) => {
    const chat = writableChat(call);
    demandRights(chat, call, "manage pinned messages in the chat");
    const id = call.params.int("message_id");
    if (id !== undefined && !chat.pinned.includes(id)) throw badRequest("message to unpin not found");
    unpinMessage(call.world, chat, id);
    return true;
  },

  unpinAllChatMessages: (call) => {
    const chat = writableChat(call);
    demandRights(chat, call, "manage pinned messages in the chat");
    unpinAll(call.world, chat);
    return true;
  },
};
