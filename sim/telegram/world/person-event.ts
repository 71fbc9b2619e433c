import type { BotCommand, MenuButton, Message, User } from "grammy/types";
import type { InputMarkup } from "./reply-markup";
import type { MemberStatus, PeerId, Reaction } from "./state";

/** A message through a person's eyes: the Bot API's shape, with what only a client shows. File ids are client addresses' names. */
export type SeenMessage = Message & {
  /** Written by the person that looks. */
  mine: boolean;
  silent: boolean;
  reactions: Reaction[];
  /** Unix seconds until which a live location moves. */
  live_until?: number;
  /** How an invoice stands. */
  bill?: { id: string; paid: boolean; photoUrl?: string };
  /** What this person chose in a poll. */
  my_votes?: number[];
};

/** One row of the chat list, and what stands around the messages of an open chat. */
export type SeenChat = {
  /** The bot's id in a private chat, the group's otherwise. */
  id: PeerId;
  kind: "private" | "group";
  title: string;
  username?: string;
  about?: string;
  started: boolean;
  blocked: boolean;
  unread: number;
  lastMessage?: SeenMessage;
  pinned?: SeenMessage;
  keyboard?: { messageId: number; markup: InputMarkup };
  menuButton?: MenuButton;
  commands: BotCommand[];
  members: { user: User; status: MemberStatus }[];
};

/** What a person's client hears of. `chat` is that person's name for the chat: the bot's id, or the group's. */
export type PersonEvent =
  | { kind: "message"; chat: PeerId; message: SeenMessage }
  | { kind: "edit"; chat: PeerId; message: SeenMessage }
  | { kind: "delete"; chat: PeerId; messageIds: number[] }
  | { kind: "chat"; chat: PeerId; view: SeenChat }
  | { kind: "action"; chat: PeerId; from: User; action: string }
  | { kind: "left"; chat: PeerId };
