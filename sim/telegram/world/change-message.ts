import type { InlineKeyboardMarkup } from "grammy/types";
import { nameFor, peopleOf } from "./chats";
import { tellBots, tellChat, tellPeople } from "./post";
import type { Chat, Content, PeerId, StoredMessage } from "./state";
import type { World } from "./world";

export type Change = { content?: Content; keyboard?: InlineKeyboardMarkup; liveUntilS?: number };

/**
 * Replace what a message says. A change of content marks it as edited; a keyboard alone does not, as in the original.
 * `keyboard: undefined` takes the keyboard away.
 */
export function changeMessage(world: World, chat: Chat, stored: StoredMessage, change: Change): void {
  if (change.content) stored.editedAtS = world.nowS();
  stored.content = change.content ?? stored.content;
  if ("keyboard" in change) stored.keyboard = change.keyboard;
  if ("liveUntilS" in change) stored.liveUntilS = change.liveUntilS;
  tellPeople(world, chat, stored, "edit");
  if (change.content) tellBots(world, chat, stored, "edited_message");
}

/** Bots are not told: the Bot API has no update for deletions. */
export function deleteMessages(world: World, chat: Chat, ids: readonly number[]): void {
  for (const id of ids) {
    chat.messages.delete(id);
    chat.pinned = chat.pinned.filter((pin) => pin !== id);
  }
  for (const person of peopleOf(world, chat)) {
    if (ids.includes(chat.keyboards.get(person)?.messageId ?? -1)) chat.keyboards.delete(person);
    world.tell(person, () => ({ kind: "delete", chat: nameFor(chat, person), messageIds: [...ids] }));
    tellChat(world, chat, person);
  }
}

export function markRead(world: World, chat: Chat, person: PeerId): void {
  const newest = Math.max(0, ...chat.messages.keys());
  if ((chat.readUpTo.get(person) ?? 0) >= newest) return;
  chat.readUpTo.set(person, newest);
  tellChat(world, chat, person);
}
