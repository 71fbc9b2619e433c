import type { Milliseconds } from "#shared/kernel/units";

/** One look at the server's clock: when we asked, when we heard, and what it showed in between. */
export type ClockSample = { askedAtMs: Milliseconds; heardAtMs: Milliseconds; serverMs: Milliseconds; speed: number };

/** The time of the business on a phone whose own clock may show anything. */
export type ServerClock = {
  /** Unix milliseconds. The device's own time until the first look. */
  nowMs(): Milliseconds;
  /** Real milliseconds until the business reaches this moment; 0 when it is past. */
  realMsUntil(atMs: Milliseconds): Milliseconds;
  look(sample: ClockSample): void;
};

/** A look that is this much older is worth less than a new one, however slow its answer was. */
const LOOK_LASTS_MS: Milliseconds = 300_000;

/**
 * Keeps the look with the shortest way there and back: its error is at most half of that way (Cristian's algorithm,
 * 1989).
 * @param steadyNowMs counts on whatever happens to the wall clock: `performance.now`
 * @param deviceNowMs the wall clock of the device, until the server was asked
 */
export function createServerClock(steadyNowMs: () => Milliseconds, deviceNowMs: () => Milliseconds): ServerClock {
  let best: ClockSample | null = null;
  const wayOf = ({ askedAtMs, heardAtMs }: ClockSample) => heardAtMs - askedAtMs;
  const nowMs = () => {
    if (!best) return deviceNowMs();
    const { askedAtMs, heardAtMs, serverMs, speed } = best;
    return serverMs + (steadyNowMs() - (askedAtMs + heardAtMs) / 2) * speed;
  };
  return {
    nowMs,
    realMsUntil: (atMs) => Math.max(0, (atMs - nowMs()) / (best?.speed ?? 1)),
    look(sample) {
      const isOld = best !== null && sample.heardAtMs - best.heardAtMs > LOOK_LASTS_MS;
      if (!best || isOld || wayOf(sample) <= wayOf(best)) best = sample;
    },
  };
}
