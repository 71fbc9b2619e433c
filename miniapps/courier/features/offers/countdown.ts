import type { Milliseconds, Seconds } from "#shared/kernel/units";

/** How much of the time to answer is left. `share` runs from 1 to 0. */
export type Countdown = { secondsLeft: Seconds; share: number; urgent: boolean; over: boolean };

/** From here on it is shown in red. */
const URGENT_SECONDS: Seconds = 10;

/** All in the time of the server, see kit/server-clock: a phone that is five minutes off shows the same seconds. */
export function countdownOf(
  offer: { offeredAtMs: Milliseconds; expiresAtMs: Milliseconds },
  nowMs: Milliseconds,
): Countdown {
  const whole = Math.max(1, offer.expiresAtMs - offer.offeredAtMs);
  const leftMs = Math.min(whole, Math.max(0, offer.expiresAtMs - nowMs));
  const secondsLeft = Math.ceil(leftMs / 1_000);
  return { secondsLeft, share: leftMs / whole, urgent: secondsLeft <= URGENT_SECONDS, over: leftMs === 0 };
}
