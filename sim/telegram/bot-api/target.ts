import { findGroup, findPrivate, isAdmin, isInGroup } from "../world/chats";
import type { Chat, GroupChat, StoredMessage } from "../world/state";
import { badRequest, forbidden } from "./api-error";
import type { Call } from "./call";

type Caller = Pick<Call, "world" | "bot" | "params">;

/** The chat a bot may write to. @throws ApiError 400 chat not found; 403 never started, blocked, not a member */
export function writableChat(call: Caller, name = "chat_id"): Chat {
  const chat = knownChat(call, name);
  if (chat.kind === "private") {
    if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
    if (chat.blocked) throw forbidden("bot was blocked by the user");
    return chat;
  }
  demandMember(chat, call);
  return chat;
}

export function demandMember(group: GroupChat, { bot }: Pick<Call, "bot">): void {
  if (group.members.get(bot.id) === "kicked") throw forbidden("bot was kicked from the supergroup chat");
  if (!isInGroup(group, bot.id)) throw forbidden("bot is not a member of the supergroup chat");
}

export function knownChat({ world, bot, params }: Caller, name = "chat_id"): Chat {
  const text = params.text(name);
  if (text === undefined) throw badRequest(`${name} is empty`);
  const id = Number(text);
  if (!Number.isSafeInteger(id)) throw badRequest("chat not found");
  const group = findGroup(world, id);
  if (group) return group;
  if (world.state.bots.has(id)) throw forbidden("bots can't send messages to bots");
  const chat = findPrivate(world, id, bot.id);
  if (chat) return chat;
  if (world.state.people.has(id)) throw forbidden("bot can't initiate conversation with a user");
  throw badRequest("chat not found");
}

/** @throws ApiError 400 "message to <verb> not found" */
export function messageIn(
  chat: Chat,
  { params }: Pick<Call, "params">,
  verb: string,
  name = "message_id",
): StoredMessage {
  const id = params.int(name);
  if (!id) throw badRequest("message identifier is not specified");
  const stored = chat.messages.get(id);
  if (!stored) throw badRequest(`message to ${verb} not found`);
  return stored;
}

/** @throws ApiError 400 when the bot does not administer the group */
export function demandRights(chat: Chat, { bot }: Pick<Call, "bot">, doing: string): void {
  if (chat.kind === "group" && !isAdmin(chat, bot.id)) throw badRequest(`not enough rights to ${doing}`);
}
