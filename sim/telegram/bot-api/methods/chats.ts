import type { ChatFullInfo } from "grammy/types";
import { asApiChat, isInGroup } from "../../world/chats";
import { asMember, setMember } from "../../world/membership";
import { messageFor } from "../../world/see";
import type { Chat, GroupChat, PeerId } from "../../world/state";
import { badRequest } from "../api-error";
import type { Call, Methods } from "../call";
import { demandMember, demandRights, knownChat } from "../target";

export const chats: Methods = {
  getChat: (call) => {
    const chat = metChat(call);
    const pinned = chat.messages.get(chat.pinned.at(-1) ?? -1);
    const full = {
      ...asApiChat(call.world, chat, call.bot.id),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {},
      ...(pinned && { pinned_message: messageFor(call.world, chat, pinned, call.bot.id) }),
    };
    return full as ChatFullInfo;
  },

  getChatMember: (call) => {
    const chat = metChat(call);
    const user = readUser(call);
    if (chat.kind === "group") return asMember(call.world, user, chat.members.get(user) ?? "left");
    if (user !== chat.person && user !== chat.bot) throw badRequest("PARTICIPANT_ID_INVALID");
    return asMember(call.world, user, "member");
  },

  getChatAdministrators: (call) => {
    const group = readGroup(call, "there are no administrators in the private chat");
    const admins = [...group.members].filter(([, status]) => status === "creator" || status === "administrator");
    // Only these two statuses are left, and so are their shapes.
    return admins
      .map(([peer, status]) => asMember(call.world, peer, status))
      .filter((member) => member.status === "creator" || member.status === "administrator");
  },

  getChatMemberCount: (call) => {
    const chat = metChat(call);
    if (chat.kind === "private") return 2;
    return [...chat.members.keys()].filter((peer) => isInGroup(chat, peer)).length;
  },

  leaveChat: (call) => {
    const group = readGroup(call, "chat member status can't be changed in private chats");
    setMember(call.world, group, call.bot.id, call.bot.id, "left");
    return true;
  },

  banChatMember: (call) => removeMember(call, "kicked"),
  unbanChatMember: (call) => removeMember(call, "left"),
};

function removeMember(call: Call, status: "kicked" | "left"): true {
  const group = readGroup(call, "can't ban members in private chats");
  demandRights(group, call, "restrict/unrestrict chat member");
  const user = readUser(call);
  if (group.members.get(user) === "creator") throw badRequest("can't remove chat owner");
  setMember(call.world, group, call.bot.id, user, status);
  return true;
}

/** Reading needs less than writing: a chat that once was, blocked or not. */
function metChat(call: Call): Chat {
  const chat = knownChat(call);
  if (chat.kind === "private" && !chat.started) throw badRequest("chat not found");
  if (chat.kind === "group") demandMember(chat, call);
  return chat;
}

function readGroup(call: Call, otherwise: string): GroupChat {
  const chat = metChat(call);
  if (chat.kind !== "group") throw badRequest(otherwise);
  return chat;
}

function readUser({ world, params }: Call): PeerId {
  const user = params.int("user_id") ?? 0;
  if (!user) throw badRequest("invalid user_id specified");
  if (!world.state.people.has(user) && !world.state.bots.has(user)) throw badRequest("user not found");
  return user;
}
