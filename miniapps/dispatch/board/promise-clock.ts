/** From here on a promise is in danger … */
const SOON_MINUTES = 10;
/** … and the dial is drawn anew whenever its hand has moved this far. */
const STEPS = 24;

export type Urgency = "calm" | "soon" | "late";
export type PromiseClock = { minutesLeft: number; urgency: Urgency; shareGone: number };

/** How a promise stands: whole minutes left (negative: late), and how much of the time since the order is gone, 0 … 1. */
export function promiseClock(placedMs: number, promisedMs: number, nowMs: number): PromiseClock {
  const leftMs = promisedMs - nowMs;
  const minutesLeft = leftMs >= 0 ? Math.floor(leftMs / 60_000) : Math.ceil(leftMs / 60_000) - 1;
  const gone = (nowMs - placedMs) / Math.max(1, promisedMs - placedMs);
  const shareGone = Math.round(Math.min(1, Math.max(0, gone)) * STEPS) / STEPS;
  const urgency = leftMs < 0 ? "late" : minutesLeft < SOON_MINUTES ? "soon" : "calm";
  return { minutesLeft, urgency, shareGone };
}
