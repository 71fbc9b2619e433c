import { RING_EVERY_MS } from "#shared/alert/alert-ladder";
import type { Milliseconds } from "#shared/kernel/units";
import { deadMs, type Outage } from "./outages";

/** An alert that somebody had to hear, and when a new message with it came to their phone. Machine time. */
export type Rung = {
  openedAtMs: number;
  /** Answered, or solved by itself. */
  endedAtMs: number;
  heardAtMs: readonly number[];
  /** Every new message of the bot in that chat: Telegram takes one a second. */
  messagesAtMs: readonly number[];
};

/** From the moment that it is due to the phone: two polls of the outlet, and a busy machine. */
const PROMPT_MS: Milliseconds = 5_000;
/** What one message before it costs in the same chat. */
const PER_MESSAGE_MS: Milliseconds = 1_050;

/**
 * How many rings of an alert were late or never came. The first is due when the alert opens, each further one 30 s after
 * the one before, until the alert ends. A ring is on time within `PROMPT_MS`, and is forgiven the time in which something
 * was dead (with the lease that a blow leaves behind) and one second for each message in the same chat, no more.
 */
export function lateRings(
  { openedAtMs, endedAtMs, heardAtMs, messagesAtMs }: Rung,
  outages: readonly Outage[],
): number {
  const heard = heardAtMs.filter((at) => at < endedAtMs).sort((a, b) => a - b);
  const points = [openedAtMs, ...heard, endedAtMs];
  let late = 0;
  for (const [index, until] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    const dueAfterMs = index === 1 ? 0 : RING_EVERY_MS;
    if (until - from > dueAfterMs + patienceMs(from, until, messagesAtMs, outages)) late += 1;
  }
  return late;
}

/** How long a message may take to a phone between two moments: what was dead and what went before it is forgiven. */
export function patienceMs(
  fromMs: number,
  untilMs: number,
  messagesAtMs: readonly number[],
  outages: readonly Outage[],
): Milliseconds {
  const before = messagesAtMs.filter((at) => at >= fromMs && at < untilMs).length;
  return PROMPT_MS + deadMs(outages, fromMs, untilMs) + before * PER_MESSAGE_MS;
}
