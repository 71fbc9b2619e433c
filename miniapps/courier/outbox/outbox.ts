import type { Milliseconds } from "#shared/kernel/units";
import { type CourierAction, deliveryOf } from "./courier-action";

/** A "no" of the API, as it was given; its sentence is in the person's language. */
export type EntryRefusal = { code: string; details: Record<string, unknown>; sentence?: string | null };

/** One thing that was done and that the API does not know yet. Its id is the key that makes it happen once. */
export type Entry = {
  id: string;
  action: CourierAction;
  doneAtMs: Milliseconds;
  /** How often it was sent in vain. */
  tries: number;
  /** The API said no; the courier has to look at it. */
  refusal: EntryRefusal | null;
};

/** In the order in which it was done. */
export type Outbox = readonly Entry[];

/** How an attempt ended: it happened, the API refused it, or nobody answered. */
export type Outcome = { is: "sent" } | { is: "refused"; refusal: EntryRefusal } | { is: "unanswered" };

/** A second tap on what waits already is the same tap, but two equal messages are two. */
export function enqueue(outbox: Outbox, entry: Entry): Outbox {
  const isSame = (waiting: Entry) =>
    !waiting.refusal && entry.action.do !== "write" && JSON.stringify(waiting.action) === JSON.stringify(entry.action);
  return outbox.some(isSame) ? outbox : [...withoutRefusedBefore(outbox, entry.action), entry];
}

/** A new try at the same thing takes the place of the one that was refused. */
const withoutRefusedBefore = (outbox: Outbox, action: CourierAction): Outbox =>
  outbox.filter((entry) => !(entry.refusal && isSameAttempt(entry.action, action)));

const isHandOver = ({ do: what }: CourierAction) => what === "hand_over_pin" || what === "hand_over_photo";

function isSameAttempt(a: CourierAction, b: CourierAction): boolean {
  if (deliveryOf(a) === null || deliveryOf(a) !== deliveryOf(b)) return false;
  return a.do === b.do || (isHandOver(a) && isHandOver(b));
}

/** What is to be sent now: strictly one after the other, since "handed over" means nothing before "picked up". */
export const nextToSend = (outbox: Outbox): Entry | null => outbox.find(({ refusal }) => !refusal) ?? null;

export const unsentCount = (outbox: Outbox): number => outbox.filter(({ refusal }) => !refusal).length;

/** @returns the outbox after an attempt at the entry of this id; without change when it is gone already */
export function settle(outbox: Outbox, id: string, outcome: Outcome): Outbox {
  if (outcome.is === "sent") return dismiss(outbox, id);
  return outbox.map((entry) => {
    if (entry.id !== id) return entry;
    return outcome.is === "refused" ? { ...entry, refusal: outcome.refusal } : { ...entry, tries: entry.tries + 1 };
  });
}

export const dismiss = (outbox: Outbox, id: string): Outbox => outbox.filter((entry) => entry.id !== id);

const FIRST_PAUSE_MS: Milliseconds = 1_000;
const LONGEST_PAUSE_MS: Milliseconds = 20_000;

/** Twice as long after each vain try, and no longer than a courier would wait at a door. */
export const pauseMs = (tries: number): Milliseconds =>
  tries === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));

/** Refusals that say nothing about the action: the house was busy, the sign-in ran out. They are no answer. */
const NO_ANSWER = ["offline", "request.busy", "request.too_many", "auth.token_expired", "auth.token_invalid"];
/** A failure without a code may be a stumble; this often it is a bug, and waiting does not help. */
const STUMBLES_MAX = 5;

/** What a failed request means for the entry. */
export function outcomeOf({ code, details, sentence }: EntryRefusal, tries: number): Outcome {
  const stumbled = code === "unknown" && tries + 1 < STUMBLES_MAX;
  if (NO_ANSWER.includes(code) || stumbled) return { is: "unanswered" };
  return { is: "refused", refusal: { code, details, sentence: sentence ?? null } };
}
