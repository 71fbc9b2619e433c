import type { Milliseconds } from "./units";

/** What reads the wall clock of the machine; a composition root hands in `Date.now`. */
export type RealNow = () => Milliseconds;

/**
 * The time of the business. All processes of one installation share origin and speed, so that a recorded day can be
 * replayed faster. Deadlines, job delays and rate limits follow it; leases, token ages and network timeouts stay real.
 */
export type Clock = {
  /** Business time. */
  now(): Date;
  /** How long, in real milliseconds, until the business reaches `at`; 0 when it is past. */
  realMsUntil(at: Date): Milliseconds;
  /** A stretch of business time in real milliseconds. */
  realMs(businessMs: Milliseconds): Milliseconds;
  /** Machine time, for leases and token ages. */
  realNow(): Date;
  readonly speed: number;
};

/**
 * At real time `realOriginMs` the business clock shows `originMs`, and runs `speed` times as fast from then on. Before,
 * it stands still: processes that come up together agree on when business begins.
 */
export type ClockSettings = { originMs: Milliseconds; realOriginMs: Milliseconds; speed: number };

/** @throws RangeError when `speed` is not a positive number */
export function createClock(realNow: RealNow, settings?: ClockSettings): Clock {
  const { originMs, realOriginMs, speed } = settings ?? { originMs: 0, realOriginMs: 0, speed: 1 };
  if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError(`clock speed must be positive, got ${speed}`);
  const nowMs = () => originMs + Math.max(0, realNow() - realOriginMs) * speed;
  const isPast = (at: Date) => at.getTime() <= nowMs();
  return {
    now: () => new Date(nowMs()),
    realMsUntil: (at) =>
      isPast(at) ? 0 : Math.max(0, Math.ceil(realOriginMs + (at.getTime() - originMs) / speed - realNow())),
    realMs: (businessMs) => businessMs / speed,
    realNow: () => new Date(realNow()),
    speed,
  };
}
