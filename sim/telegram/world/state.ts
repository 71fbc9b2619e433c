import type {
  BotCommand,
  BotCommandScope,
  InlineKeyboardMarkup,
  MenuButton,
  Message,
  MessageOrigin,
  Update,
} from "grammy/types";
import type { Bill, Query } from "./bill";
import type { InputMarkup } from "./reply-markup";

/** People and bots are positive, groups are negative, as in the Bot API. */
export type PeerId = number;

export type Person = {
  id: PeerId;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  /** International format with a plus sign. */
  phone: string;
  /** What this person is in a demo ("Courier"); stands above the phone and nowhere else. */
  label?: string;
  /** People of a group lie together behind one chip on the page. */
  group?: string;
};

export type CommandList = { scope: BotCommandScope; languageCode: string; commands: BotCommand[] };

export type Webhook = {
  url: string;
  secretToken?: string;
  maxConnections: number;
  lastErrorAtS?: number;
  lastErrorMessage?: string;
};

export type Bot = {
  id: PeerId;
  token: string;
  username: string;
  name: string;
  description: string;
  shortDescription: string;
  /** Reads every message of a group, not only what is meant for it. */
  readsGroups: boolean;
  /** Written to the bot and not yet confirmed by it. */
  updates: Update[];
  lastUpdateId: number;
  lastMessageId: number;
  /** `undefined` until the bot names some; then Telegram's default set applies. */
  allowedUpdates?: string[];
  webhook?: Webhook;
  commandLists: CommandList[];
  menuButton: MenuButton;
  menuButtons: Map<PeerId, MenuButton>;
  /** Short name of a direct-link mini-app to its address; "" is the main one. */
  miniApps: Map<string, string>;
};

/** What a message says, in the Bot API's own fields. File ids are the file's uid here; every viewer gets its own. */
export type Content = Omit<Message, keyof Message.CommonMessage>;

export type Reaction = { by: PeerId; emoji: string };

export type StoredMessage = {
  id: number;
  from: PeerId;
  atS: number;
  editedAtS?: number;
  content: Content;
  keyboard?: InlineKeyboardMarkup;
  replyTo?: number;
  forwardOrigin?: MessageOrigin;
  silent: boolean;
  protected: boolean;
  /** Sent with something for the input field: Telegram never lets such a message be edited. */
  frozen: boolean;
  reactions: Reaction[];
  /** The message that this service message says was pinned. */
  pins?: number;
  billId?: string;
  /** A live location moves until then; absent once it was stopped. */
  liveUntilS?: number;
  /** What each voter chose in a poll. */
  votes?: Map<PeerId, number[]>;
};

/** What stands below one person's input field. */
export type ShownKeyboard = { messageId: number; markup: InputMarkup };

type ChatBase = {
  key: string;
  messages: Map<number, StoredMessage>;
  /** Newest pin last. */
  pinned: number[];
  readUpTo: Map<PeerId, number>;
  keyboards: Map<PeerId, ShownKeyboard>;
  /** How often a person said or tapped something here; answers are limited less than announcements. */
  heard: number;
};

export type PrivateChat = ChatBase & {
  kind: "private";
  person: PeerId;
  bot: PeerId;
  /** A bot may write only after the person wrote first. */
  started: boolean;
  blocked: boolean;
};

export type MemberStatus = "creator" | "administrator" | "member" | "left" | "kicked";
export type GroupChat = ChatBase & {
  kind: "group";
  id: PeerId;
  title: string;
  lastMessageId: number;
  members: Map<PeerId, MemberStatus>;
};
export type Chat = PrivateChat | GroupChat;

export type StoredFile = {
  uid: string;
  bytes: Uint8Array;
  mimeType: string;
  fileName?: string;
  /** Below the token on the download address. */
  path: string;
};

/** Everything that a restart keeps. Plain data: maps, arrays and bytes. */
export type WorldState = {
  lastId: number;
  people: Map<PeerId, Person>;
  bots: Map<PeerId, Bot>;
  chats: Map<string, Chat>;
  files: Map<string, StoredFile>;
  bills: Map<string, Bill>;
  queries: Map<string, Query>;
  /** Small values that a mini-app keeps per person and bot (CloudStorage). */
  cloud: Map<string, Map<string, string>>;
};
