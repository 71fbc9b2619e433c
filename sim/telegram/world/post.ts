import type { MessageOrigin } from "grammy/types";
import { botsOf, isAdmin, nameFor, nextMessageId, peopleOf } from "./chats";
import { isInline, isRemove, type ReplyMarkup } from "./reply-markup";
import { chatSeenBy, messageFor, seenBy } from "./see";
import type { Bot, Chat, Content, PeerId, StoredMessage } from "./state";
import { deliver } from "./updates";
import type { World } from "./world";

export type Draft = {
  from: PeerId;
  content: Content;
  markup?: ReplyMarkup;
  replyTo?: number;
  silent?: boolean;
  protected?: boolean;
  forwardOrigin?: MessageOrigin;
  billId?: string;
  pins?: number;
  liveUntilS?: number;
};

/** Put a message into a chat: people see it, bots that may read it get an update. */
export function post(world: World, chat: Chat, draft: Draft): StoredMessage {
  const { markup, from, content, silent = false, replyTo, forwardOrigin, billId, pins, liveUntilS } = draft;
  const stored: StoredMessage = {
    id: nextMessageId(world, chat),
    from,
    atS: world.nowS(),
    content,
    keyboard: markup && isInline(markup) ? markup : undefined,
    silent,
    protected: draft.protected ?? false,
    frozen: markup !== undefined && !isInline(markup),
    reactions: [],
    replyTo,
    forwardOrigin,
    billId,
    pins,
    liveUntilS,
  };
  chat.messages.set(stored.id, stored);
  if (markup && !isInline(markup)) changeKeyboards(world, chat, stored, markup);
  if (world.state.people.has(from)) {
    chat.readUpTo.set(from, stored.id);
    chat.heard++;
  }
  tellPeople(world, chat, stored, "message");
  tellBots(world, chat, stored, "message");
  return stored;
}

function changeKeyboards(
  world: World,
  chat: Chat,
  stored: StoredMessage,
  markup: Exclude<ReplyMarkup, { inline_keyboard: unknown }>,
): void {
  for (const person of peopleOf(world, chat)) {
    if (markup.selective && chat.kind === "group" && !isMeant(chat, stored, person)) continue;
    if (isRemove(markup)) chat.keyboards.delete(person);
    else chat.keyboards.set(person, { messageId: stored.id, markup });
  }
}

/** "selective": the writer of the message that is replied to, or who is mentioned by id. */
function isMeant(chat: Chat, stored: StoredMessage, person: PeerId): boolean {
  const replied = stored.replyTo === undefined ? undefined : chat.messages.get(stored.replyTo);
  const mentions = stored.content.entities?.some(
    (entity) => entity.type === "text_mention" && entity.user.id === person,
  );
  return replied?.from === person || mentions === true;
}

export function tellPeople(world: World, chat: Chat, stored: StoredMessage, kind: "message" | "edit"): void {
  for (const person of peopleOf(world, chat)) {
    const name = nameFor(chat, person);
    world.tell(person, () => ({ kind, chat: name, message: seenBy(world, chat, stored, person) }));
    tellChat(world, chat, person);
  }
}

/** The chat list's row changed for this person. */
export const tellChat = (world: World, chat: Chat, person: PeerId): void =>
  world.tell(person, () => ({ kind: "chat", chat: nameFor(chat, person), view: chatSeenBy(world, chat, person) }));

/** Bots never hear of what a bot wrote, themselves included. */
export function tellBots(world: World, chat: Chat, stored: StoredMessage, kind: "message" | "edited_message"): void {
  if (world.state.bots.has(stored.from)) return;
  for (const bot of botsOf(world, chat)) {
    if (!mayRead(chat, stored, bot)) continue;
    deliver(world, bot, kind, messageFor(world, chat, stored, bot.id));
  }
}

/** Privacy mode: in a group a bot reads commands, replies to itself and service messages, unless it is an administrator. */
function mayRead(chat: Chat, stored: StoredMessage, bot: Bot): boolean {
  if (chat.kind === "private" || bot.readsGroups || isAdmin(chat, bot.id)) return true;
  const { text, new_chat_members, left_chat_member, new_chat_title } = stored.content;
  if (new_chat_members || left_chat_member || new_chat_title || stored.pins !== undefined) return true;
  const replied = stored.replyTo === undefined ? undefined : chat.messages.get(stored.replyTo);
  if (replied?.from === bot.id) return true;
  const command = text?.match(/^\/\w+(?:@(\w+))?/);
  return (
    command !== null &&
    command !== undefined &&
    (command[1] ?? bot.username).toLowerCase() === bot.username.toLowerCase()
  );
}
