import type { InlineKeyboardButton, KeyboardButton } from "grammy/types";
import type { OpenedMiniApp } from "../client-api/actions/mini-apps";
import type { TapResult } from "../client-api/actions/pressing";
import type { ActionInput } from "../client-api/all-actions";
import type { SeenChat, SeenMessage } from "../world/person-event";
import { ClientRefusal } from "./caller";
import { LiveShare, type Spot } from "./live-share";
import type { Phone } from "./phone";
import { buttonsOf, textOf, transcript } from "./text-of";

export type Sought = string | RegExp | ((message: SeenMessage) => boolean);
export type Waiting = {
  /** Real milliseconds; 15,000 unless told: a busy machine is slow, and nothing waits longer than it must. */
  within?: number;
  /** Only messages that came after this one. */
  after?: SeenMessage;
};

/** On one message rather than the newest that fits. */
type Tapping = Waiting & { on?: SeenMessage };

const WITHIN_MS = 15_000;
/** A part of the text is enough; a pattern must match somewhere. */
const fits = (text: string, sought: string | RegExp): boolean =>
  typeof sought === "string" ? text.includes(sought) : sought.test(text);
const matches = (message: SeenMessage, sought: Sought): boolean =>
  typeof sought === "function" ? sought(message) : fits(textOf(message), sought);

const dataOf = (button: InlineKeyboardButton | undefined): string | undefined =>
  button && "callback_data" in button ? button.callback_data : undefined;

const isGone = (problem: unknown): boolean =>
  problem instanceof ClientRefusal && problem.message.includes("there is no message");

/** An open chat on somebody's phone: what stands there, and what a thumb can do. */
export class PhoneChat {
  readonly phone: Phone;
  readonly id: number;

  constructor(phone: Phone, id: number) {
    this.phone = phone;
    this.id = id;
  }

  get #here() {
    return { person: this.phone.id, chat: this.id };
  }
  /** Oldest first, without what was deleted. */
  get messages(): SeenMessage[] {
    return [...this.phone.known(this.id).messages.values()];
  }
  get last(): SeenMessage | undefined {
    return this.messages.at(-1);
  }
  get view(): SeenChat | undefined {
    return this.phone.known(this.id).view;
  }
  /** Labels below the input field. */
  get keyboard(): string[] {
    return this.#keys().map((key) => (typeof key === "string" ? key : key.text));
  }

  /** The newest message that fits, now or as soon as it is there. @throws Error with the chat's end when it never is */
  sees(sought: Sought, { within = WITHIN_MS, after }: Waiting = {}): Promise<SeenMessage> {
    const look = () =>
      this.messages.findLast((message) => message.message_id > (after?.message_id ?? 0) && matches(message, sought));
    return this.phone.until(look, within, () => this.#lacks(String(sought)));
  }

  /** Resolves when no message fits any more. */
  async seesNo(sought: Sought, { within = WITHIN_MS }: Waiting = {}): Promise<void> {
    const look = () => (this.messages.some((message) => matches(message, sought)) ? undefined : true);
    await this.phone.until(look, within, () => `still there: ${sought}\n${transcript(this.messages)}`);
  }

  /** A state of the chat around the messages: keyboard, pin, commands, unread. */
  async shows(look: (view: SeenChat) => boolean, { within = WITHIN_MS }: Waiting = {}): Promise<SeenChat> {
    return this.phone.until(
      () => (this.view && look(this.view) ? this.view : undefined),
      within,
      () => this.#lacks("that state"),
    );
  }

  start(parameter?: string): Promise<SeenMessage> {
    return this.phone.call("start", { ...this.#here, parameter });
  }
  type(text: string, replyTo?: SeenMessage): Promise<SeenMessage> {
    return this.phone.call("sendText", { ...this.#here, text, replyTo: replyTo?.message_id });
  }
  edit(message: SeenMessage, text: string): Promise<SeenMessage> {
    return this.phone.call("editText", { ...this.#here, message: message.message_id, text });
  }

  /** Tap an inline button by its label, on the newest message that has it. Resolves with the bot's answer. */
  async tap(
    label: string | RegExp,
    { on, wait = true, within = WITHIN_MS }: Tapping & { wait?: boolean } = {},
  ): Promise<TapResult> {
    const has = (message: SeenMessage) => buttonsOf(message).some((text) => fits(text, label));
    const message =
      on ??
      (await this.phone.until(
        () => this.messages.findLast(has),
        within,
        () => this.#lacks(`button ${label}`),
      ));
    const rows = message.reply_markup?.inline_keyboard ?? [];
    const row = rows.findIndex((buttons) => buttons.some((button) => fits(button.text, label)));
    const column = rows[row]?.findIndex((button) => fits(button.text, label)) ?? -1;
    const data = dataOf(rows[row]?.[column]);
    const tapped = this.phone.call("tap", { ...this.#here, message: message.message_id, row, column, data, wait });
    return tapped.catch((problem: unknown) => {
      // A ring was replaced under the thumb: whoever looks at the chat taps the one that stands there now.
      if (on || !isGone(problem)) throw problem;
      return this.tap(label, { wait, within });
    });
  }

  /** Callback data that no button carries, as a modified client can send it. */
  forgeTap(message: SeenMessage, data: string, wait = true): Promise<TapResult> {
    return this.phone.call("forgeTap", { ...this.#here, message: message.message_id, data, wait });
  }

  /** Press a key below the input field. A location key wants to know where the person stands. */
  async press(label: string | RegExp, where?: Spot): Promise<SeenMessage> {
    const find = () => this.#keys().find((key) => fits(typeof key === "string" ? key : key.text, label));
    const key = await this.phone.until(find, WITHIN_MS, () => this.#lacks(`key ${label}`));
    if (typeof key === "string") return this.type(key);
    if ("request_contact" in key && key.request_contact) return this.shareContact();
    if ("request_location" in key && key.request_location)
      return this.shareLocation(where ?? { latitude: 41.311, longitude: 69.279 });
    return this.type(key.text);
  }

  shareContact(contact?: ActionInput<"shareContact">["contact"]): Promise<SeenMessage> {
    return this.phone.call("shareContact", { ...this.#here, contact });
  }
  shareLocation(spot: Spot): Promise<SeenMessage> {
    return this.phone.call("shareLocation", { ...this.#here, ...spot });
  }
  async shareLive(spot: Spot, livePeriodS?: number): Promise<LiveShare> {
    return new LiveShare(
      this.phone,
      await this.phone.call("shareLive", { ...this.#here, ...spot, livePeriodS }),
      this.id,
    );
  }

  send(media: Omit<ActionInput<"sendMedia">, "person" | "chat">): Promise<SeenMessage> {
    return this.phone.call("sendMedia", { ...this.#here, ...media });
  }

  /** Two to ten pictures or files that belong together. */
  sendAlbum(items: ActionInput<"sendAlbum">["items"]): Promise<SeenMessage[]> {
    return this.phone.call("sendAlbum", { ...this.#here, items });
  }

  /** Pay an invoice: the one given, or the newest that is open. */
  async pay(details: Omit<ActionInput<"pay">, "person" | "bill"> = {}, { on, within = WITHIN_MS }: Tapping = {}) {
    const isOpen = (message: SeenMessage) => message.bill?.paid === false;
    const look = () => (on ?? this.messages.findLast(isOpen))?.bill;
    const bill = await this.phone.until(look, within, () => this.#lacks("an open invoice"));
    return this.phone.call("pay", { person: this.phone.id, bill: bill.id, ...details });
  }

  /** Open a mini-app of this bot: what it would load, and the signed launch data it would get. */
  openMiniApp(launch: Omit<ActionInput<"openMiniApp">, "person" | "bot">): Promise<OpenedMiniApp> {
    return this.phone.call("openMiniApp", { person: this.phone.id, bot: this.id, ...launch });
  }

  forward(message: SeenMessage, to: PhoneChat): Promise<SeenMessage> {
    return this.phone.call("forward", { ...this.#here, message: message.message_id, to: to.id });
  }
  react(message: SeenMessage, ...emojis: string[]) {
    return this.phone.call("react", { ...this.#here, message: message.message_id, emojis });
  }
  vote(message: SeenMessage, ...options: number[]) {
    return this.phone.call("vote", { ...this.#here, message: message.message_id, options });
  }
  delete(message: SeenMessage) {
    return this.phone.call("deleteMessage", { ...this.#here, message: message.message_id });
  }
  read() {
    return this.phone.call("read", this.#here);
  }
  block() {
    return this.phone.call("block", this.#here);
  }
  unblock() {
    return this.phone.call("unblock", this.#here);
  }
  /** In a group: let in, promote, show out. */
  add(member: number) {
    return this.phone.call("addMember", { ...this.#here, member });
  }
  promote(member: number) {
    return this.phone.call("promote", { ...this.#here, member });
  }
  remove(member: number) {
    return this.phone.call("removeMember", { ...this.#here, member });
  }

  #keys(): KeyboardButton[] {
    const markup = this.view?.keyboard?.markup;
    return markup && "keyboard" in markup ? markup.keyboard.flat() : [];
  }
  #lacks(what: string): string {
    return `never saw ${what}; keys: ${this.keyboard.join(" | ")}\n${transcript(this.messages)}`;
  }
}
