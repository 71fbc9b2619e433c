import type { Phone } from "../../client/phone";
import type { OpenMiniApp, PhoneUi } from "../app/phone-ui";
import type { HostState, Question } from "./host-state";

export type Fields = Record<string, unknown>;

/** What a handler of mini-app events has at hand. */
export type Host = {
  app: OpenMiniApp;
  phone: Phone;
  ui: PhoneUi;
  state: HostState;
  set(change: Partial<HostState>): void;
  /** Ask the person, after what is being asked already. */
  ask(question: Question): void;
  /** Say something to the mini-app. */
  emit(eventType: string, eventData?: unknown): void;
  /** The room the mini-app has, in CSS pixels. */
  room(): { width: number; height: number };
  reload(): void;
  close(): void;
};

export type Handler = (host: Host, data: Fields) => unknown;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Events come as a JSON string `{eventType, eventData}`; anything else is somebody else's talk. */
export function readEvent(message: unknown): { type: string; data: Fields } | undefined {
  if (typeof message !== "string") return undefined;
  try {
    const event: unknown = JSON.parse(message);
    if (!isFields(event) || typeof event.eventType !== "string") return undefined;
    return { type: event.eventType, data: isFields(event.eventData) ? event.eventData : {} };
  } catch {
    return undefined;
  }
}
