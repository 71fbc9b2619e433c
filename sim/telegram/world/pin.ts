import { peopleOf } from "./chats";
import { post, tellChat } from "./post";
import type { Chat, PeerId } from "./state";
import type { World } from "./world";

/** Pin a message; the chat gets a service message that says so, which is what makes a pin heard. */
export function pinMessage(world: World, chat: Chat, by: PeerId, messageId: number, silent: boolean): void {
  chat.pinned = [...chat.pinned.filter((id) => id !== messageId), messageId];
  post(world, chat, { from: by, content: {}, pins: messageId, silent });
}

/** Without an id the newest pin goes. */
export function unpinMessage(world: World, chat: Chat, messageId = chat.pinned.at(-1)): void {
  chat.pinned = chat.pinned.filter((id) => id !== messageId);
  for (const person of peopleOf(world, chat)) tellChat(world, chat, person);
}

export function unpinAll(world: World, chat: Chat): void {
  chat.pinned = [];
  for (const person of peopleOf(world, chat)) tellChat(world, chat, person);
}
