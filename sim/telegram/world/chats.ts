import type { Chat as ApiChat } from "grammy/types";
import type { Bot, Chat, GroupChat, MemberStatus, PeerId, PrivateChat } from "./state";
import type { World } from "./world";

const FIRST_GROUP = -1_002_000_000_000;
const privateKey = (person: PeerId, bot: PeerId) => `${person}:${bot}`;

const emptyChat = () => ({ messages: new Map(), pinned: [], readUpTo: new Map(), keyboards: new Map(), heard: 0 });

export const findPrivate = (world: World, person: PeerId, bot: PeerId): PrivateChat | undefined => {
  const chat = world.state.chats.get(privateKey(person, bot));
  return chat?.kind === "private" ? chat : undefined;
};

/** The dialogue of a person with a bot; opening it tells the bot nothing. */
export function openPrivate(world: World, person: PeerId, bot: PeerId): PrivateChat {
  const known = findPrivate(world, person, bot);
  if (known) return known;
  const key = privateKey(person, bot);
  const chat: PrivateChat = { ...emptyChat(), kind: "private", key, person, bot, started: false, blocked: false };
  world.state.chats.set(key, chat);
  return chat;
}

export function openGroup(world: World, title: string, members: Map<PeerId, MemberStatus>): GroupChat {
  const id = FIRST_GROUP - world.nextId();
  const chat: GroupChat = { ...emptyChat(), kind: "group", key: String(id), id, title, members, lastMessageId: 0 };
  world.state.chats.set(chat.key, chat);
  return chat;
}

export const findGroup = (world: World, id: PeerId): GroupChat | undefined => {
  const chat = world.state.chats.get(String(id));
  return chat?.kind === "group" ? chat : undefined;
};

export const isInGroup = (group: GroupChat, peer: PeerId): boolean =>
  !["left", "kicked", undefined].includes(group.members.get(peer));

export const isAdmin = (group: GroupChat, peer: PeerId): boolean =>
  ["creator", "administrator"].includes(group.members.get(peer) ?? "left");

/** The people who see what is written here. */
export const peopleOf = (world: World, chat: Chat): PeerId[] =>
  chat.kind === "private"
    ? [chat.person]
    : [...chat.members.keys()].filter((id) => world.state.people.has(id) && isInGroup(chat, id));

export const botsOf = (world: World, chat: Chat): Bot[] => {
  const ids = chat.kind === "private" ? [chat.bot] : [...chat.members.keys()].filter((id) => isInGroup(chat, id));
  return ids.flatMap((id) => world.state.bots.get(id) ?? []);
};

/** How one side calls the chat: a private chat is named after the other side. */
export const nameFor = (chat: Chat, viewer: PeerId): PeerId =>
  chat.kind === "group" ? chat.id : chat.bot === viewer ? chat.person : chat.bot;

export function asApiChat(world: World, chat: Chat, viewer: PeerId): ApiChat {
  if (chat.kind === "group") return { id: chat.id, type: "supergroup", title: chat.title };
  if (chat.bot !== viewer) {
    const bot = world.state.bots.get(chat.bot)!;
    return { id: bot.id, type: "private", first_name: bot.name, username: bot.username };
  }
  const person = world.state.people.get(chat.person)!;
  return {
    id: person.id,
    type: "private",
    first_name: person.firstName,
    ...(person.lastName && { last_name: person.lastName }),
    ...(person.username && { username: person.username }),
  };
}

/** In private chats a bot counts its messages over all of them, as accounts do; a group counts its own. */
export function nextMessageId(world: World, chat: Chat): number {
  if (chat.kind === "group") return ++chat.lastMessageId;
  return ++world.state.bots.get(chat.bot)!.lastMessageId;
}
