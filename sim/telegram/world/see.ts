import type { Message } from "grammy/types";
import { asApiChat, nameFor } from "./chats";
import { commandsFor } from "./commands";
import { fileIdFor } from "./files";
import { userOf } from "./peers";
import type { SeenChat, SeenMessage } from "./person-event";
import type { Chat, Content, PeerId, StoredMessage } from "./state";
import type { World } from "./world";

/** A message in the Bot API's shape, as `viewer` (a bot or a person) sees it. */
export function messageFor(world: World, chat: Chat, stored: StoredMessage, viewer: PeerId, depth = 0): Message {
  const nested = (id: number | undefined) => {
    const other = depth === 0 && id !== undefined ? chat.messages.get(id) : undefined;
    return other && messageFor(world, chat, other, viewer, 1);
  };
  const replied = nested(stored.replyTo);
  const pinned = nested(stored.pins);
  return {
    message_id: stored.id,
    from: userOf(world, stored.from),
    chat: asApiChat(world, chat, viewer),
    date: stored.atS,
    ...(stored.editedAtS !== undefined && { edit_date: stored.editedAtS }),
    ...(stored.forwardOrigin && { forward_origin: stored.forwardOrigin }),
    ...(replied && { reply_to_message: { ...replied, reply_to_message: undefined } }),
    ...(pinned && { pinned_message: pinned }),
    ...contentFor(world, stored.content, viewer),
    ...(stored.protected && { has_protected_content: true as const }),
    ...(stored.keyboard && { reply_markup: stored.keyboard }),
  };
}

type WithFile = { file_id: string };

/** A bot gets its own file ids; a person's client fetches by the bare uid. */
function contentFor(world: World, content: Content, viewer: PeerId): Content {
  const isBot = world.state.bots.has(viewer);
  const own = <T extends WithFile>(file: T): T =>
    isBot ? { ...file, file_id: fileIdFor(viewer, file.file_id) } : file;
  const { photo, document, voice, video, audio, animation, sticker, video_note } = content;
  return {
    ...content,
    ...(photo && { photo: photo.map(own) }),
    ...(document && { document: own(document) }),
    ...(voice && { voice: own(voice) }),
    ...(video && { video: own(video) }),
    ...(audio && { audio: own(audio) }),
    ...(animation && { animation: own(animation) }),
    ...(sticker && { sticker: own(sticker) }),
    ...(video_note && { video_note: own(video_note) }),
  };
}

export function seenBy(world: World, chat: Chat, stored: StoredMessage, person: PeerId): SeenMessage {
  const bill = stored.billId ? world.state.bills.get(stored.billId) : undefined;
  return {
    ...messageFor(world, chat, stored, person),
    mine: stored.from === person,
    silent: stored.silent,
    reactions: stored.reactions,
    ...(stored.liveUntilS !== undefined && { live_until: stored.liveUntilS }),
    ...(bill && { bill: { id: bill.id, paid: bill.paid !== undefined, photoUrl: bill.photoUrl } }),
    ...(stored.votes?.has(person) && { my_votes: stored.votes.get(person) }),
  };
}

export function chatSeenBy(world: World, chat: Chat, person: PeerId): SeenChat {
  const last = [...chat.messages.values()].at(-1);
  const pinned = chat.messages.get(chat.pinned.at(-1) ?? -1);
  const bot = chat.kind === "private" ? world.state.bots.get(chat.bot) : undefined;
  return {
    id: nameFor(chat, person),
    kind: chat.kind,
    title: chat.kind === "group" ? chat.title : bot!.name,
    ...(bot && { username: bot.username, about: bot.description }),
    started: chat.kind === "group" || chat.started,
    blocked: chat.kind === "private" && chat.blocked,
    unread: unreadBy(chat, person),
    ...(last && { lastMessage: seenBy(world, chat, last, person) }),
    ...(pinned && { pinned: seenBy(world, chat, pinned, person) }),
    keyboard: chat.keyboards.get(person),
    ...(bot && { menuButton: bot.menuButtons.get(person) ?? bot.menuButton }),
    commands: commandsFor(world, chat, person),
    members:
      chat.kind === "group" ? [...chat.members].map(([id, status]) => ({ user: userOf(world, id), status })) : [],
  };
}

function unreadBy(chat: Chat, person: PeerId): number {
  const read = chat.readUpTo.get(person) ?? 0;
  let unread = 0;
  for (const message of chat.messages.values()) if (message.id > read && message.from !== person) unread++;
  return unread;
}
