import type { Snapshot, WatchEvent } from "../client-api/watching";
import type { SeenChat, SeenMessage } from "../world/person-event";
import type { Address, Caller } from "./caller";
import { PhoneChat } from "./phone-chat";

export type KnownChat = { view?: SeenChat; messages: Map<number, SeenMessage> };

const RECONNECT_MS = 1_000;

/** One person's phone: everything it shows is what the person could see, kept current by the event stream. */
export class Phone {
  readonly id: number;
  readonly call: Caller;
  readonly #address: Address;
  #socket: WebSocket | undefined;
  #isClosed = false;
  #chats = new Map<number, KnownChat>();
  readonly #listeners = new Set<() => void>();
  readonly #hearers = new Set<(event: WatchEvent) => void>();
  /** What bots showed as doing ("typing"), in order. */
  readonly actions: { chat: number; action: string }[] = [];
  /** Goes up with every change; a view that remembers it knows when to look again. */
  version = 0;

  private constructor(address: Address, call: Caller, id: number) {
    this.#address = address;
    this.call = call;
    this.id = id;
  }

  static async connect(address: Address, call: Caller, id: number): Promise<Phone> {
    const phone = new Phone(address, call, id);
    await phone.#dial();
    return phone;
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.close();
  }

  /** Called after every change. @returns what ends it */
  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Called with every event, for what is heard rather than seen. @returns what ends it */
  readonly onEvent = (hearer: (event: WatchEvent) => void): (() => void) => {
    this.#hearers.add(hearer);
    return () => this.#hearers.delete(hearer);
  };

  /** A restarted server sends everything anew, so a dropped line loses nothing. */
  #dial(): Promise<void> {
    const { url, token } = this.#address;
    const socket = new WebSocket(`${url.replace("http", "ws")}/client/watch?person=${this.id}&token=${token}`);
    this.#socket = socket;
    socket.onclose = () => {
      if (!this.#isClosed) setTimeout(() => void this.#dial().catch(() => undefined), RECONNECT_MS);
    };
    return new Promise((resolve, reject) => {
      socket.onerror = () => reject(new Error(`no connection to ${url}`));
      socket.onmessage = ({ data }) => {
        this.#hear(JSON.parse(String(data)) as WatchEvent);
        resolve();
      };
    });
  }

  /** Open the chat with a bot by username or id, or a group by id. */
  async open(bot: string | number): Promise<PhoneChat> {
    const id = typeof bot === "number" ? bot : await this.#idOf(bot);
    await this.call("openChat", { person: this.id, chat: id });
    return new PhoneChat(this, id);
  }

  /** Tap a `t.me/<bot>?start=…` link. */
  async follow(link: string): Promise<PhoneChat> {
    const url = new URL(link);
    const chat = await this.open(url.pathname.slice(1));
    await chat.start(url.searchParams.get("start") ?? undefined);
    return chat;
  }

  async createGroup(title: string, members: number[]): Promise<PhoneChat> {
    const { id } = await this.call("createGroup", { person: this.id, title, members });
    return new PhoneChat(this, id);
  }

  known(chat: number): KnownChat {
    const known = this.#chats.get(chat) ?? { messages: new Map() };
    this.#chats.set(chat, known);
    return known;
  }

  /** Chats on the list. */
  get chats(): SeenChat[] {
    return [...this.#chats.values()].flatMap(({ view }) => view ?? []);
  }

  /** Wait until something is so; looks again whenever the phone hears of a change. @throws Error when it never is */
  until<T>(look: () => T | undefined, withinMs: number, explain: () => string): Promise<T> {
    const now = look();
    if (now !== undefined) return Promise.resolve(now);
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        this.#listeners.delete(again);
        settle();
      };
      const again = () => {
        const found = look();
        if (found !== undefined) done(() => resolve(found));
      };
      const timer = setTimeout(() => done(() => reject(new Error(explain()))), withinMs);
      this.#listeners.add(again);
    });
  }

  async #idOf(username: string): Promise<number> {
    const wanted = username.replace(/^@/, "").toLowerCase();
    const bot = (await this.call("bots", {})).find((card) => card.username.toLowerCase() === wanted);
    if (!bot) throw new Error(`there is no bot @${wanted}`);
    return bot.id;
  }

  #hear(event: WatchEvent): void {
    this.#take(event);
    this.version++;
    for (const hearer of [...this.#hearers]) hearer(event);
    for (const listener of [...this.#listeners]) listener();
  }

  #take(event: WatchEvent): void {
    if (event.kind === "snapshot") this.#chats = chatsOf(event);
    else if (event.kind === "message" || event.kind === "edit")
      this.known(event.chat).messages.set(event.message.message_id, event.message);
    else if (event.kind === "delete") for (const id of event.messageIds) this.known(event.chat).messages.delete(id);
    else if (event.kind === "chat") this.known(event.chat).view = event.view;
    else if (event.kind === "left") this.#chats.delete(event.chat);
    else if (event.kind === "action") this.actions.push({ chat: event.chat, action: event.action });
  }
}

const chatsOf = ({ chats }: Snapshot): Map<number, KnownChat> =>
  new Map(
    chats.map(({ view, messages }) => [
      view.id,
      { view, messages: new Map(messages.map((message) => [message.message_id, message])) },
    ]),
  );
