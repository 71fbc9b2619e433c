import { createClock } from "#shared/kernel/clock";
import type { TestClock } from "./test-clock";

/**
 * A clock for whole processes: business time runs `speed` times as fast as the machine's, and can be sent ahead. Machine
 * time stays what it is, so that leases and network timeouts behave.
 */
export function createMovingClock(start: Date, speed = 1): TestClock {
  const realOriginMs = Date.now();
  let skippedMs = 0;
  const base = () => createClock(Date.now, { originMs: start.getTime() + skippedMs, realOriginMs, speed });
  return {
    speed,
    now: () => base().now(),
    realNow: () => new Date(),
    realMsUntil: (at) => base().realMsUntil(at),
    realMs: (businessMs) => businessMs / speed,
    advance: (byMs) => {
      skippedMs += byMs;
    },
    set: (to) => {
      skippedMs += to.getTime() - base().now().getTime();
    },
  };
}
