import type { SeenMessage } from "../world/person-event";
import type { Phone } from "./phone";

export type Spot = { latitude: number; longitude: number; heading?: number; horizontal_accuracy?: number };

/** A position that a person shares while it changes. */
export class LiveShare {
  readonly message: SeenMessage;
  readonly #phone: Phone;
  readonly #chat: number;

  constructor(phone: Phone, message: SeenMessage, chat: number) {
    this.#phone = phone;
    this.message = message;
    this.#chat = chat;
  }

  moveTo(spot: Spot): Promise<SeenMessage> {
    return this.#phone.call("moveLive", { ...this.#place, ...spot });
  }
  stop(): Promise<SeenMessage> {
    return this.#phone.call("stopLive", this.#place);
  }
  get #place() {
    return { person: this.#phone.id, chat: this.#chat, message: this.message.message_id };
  }
}
