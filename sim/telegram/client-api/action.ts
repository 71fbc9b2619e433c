import type { z } from "zod";
import type { BotApi } from "../bot-api/bot-api";
import { findGroup, findPrivate, isInGroup, openPrivate } from "../world/chats";
import type { Chat, PeerId, Person, StoredMessage } from "../world/state";
import type { World } from "../world/world";
import type { Touches } from "./touches";

export type Desk = {
  world: World;
  api: BotApi;
  /** Who was touched last, by whom. */
  touches: Touches;
};

/** A person's client cannot do that; the sentence is what the person would read. */
export class ClientError extends Error {
  override readonly name = "ClientError";
}

/** One thing that can be done through the client API: what it takes, and what it does. */
export const action = <S extends z.ZodType, R>(input: S, run: (desk: Desk, input: z.output<S>) => R | Promise<R>) => ({
  input,
  run,
});

export function personOf(world: World, id: PeerId): Person {
  const person = world.state.people.get(id);
  if (!person) throw new ClientError(`nobody has the id ${id}`);
  return person;
}

/** The chat as this person names it: a bot's id, or a group's. */
export function chatOf(world: World, person: PeerId, id: PeerId): Chat {
  const group = findGroup(world, id);
  if (group && isInGroup(group, person)) return group;
  if (group) throw new ClientError("you are not a member of this group");
  const chat = findPrivate(world, person, id);
  if (chat) return chat;
  if (world.state.bots.has(id)) return openPrivate(world, person, id);
  throw new ClientError(`there is no chat ${id}`);
}

/** A chat to write to; the first word starts the bot. */
export function openChatOf(world: World, person: PeerId, id: PeerId): Chat {
  const chat = chatOf(world, person, id);
  if (chat.kind === "group") return chat;
  if (chat.blocked) throw new ClientError("you blocked this bot; unblock it first");
  chat.started = true;
  return chat;
}

export function messageOf(chat: Chat, id: number): StoredMessage {
  const stored = chat.messages.get(id);
  if (!stored) throw new ClientError(`there is no message ${id}`);
  return stored;
}

export function ownMessageOf(chat: Chat, person: PeerId, id: number): StoredMessage {
  const stored = messageOf(chat, id);
  if (stored.from !== person) throw new ClientError("this message is somebody else's");
  return stored;
}
