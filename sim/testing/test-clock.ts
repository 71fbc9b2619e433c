import { type Clock, createClock } from "#shared/kernel/clock";
import type { Milliseconds } from "#shared/kernel/units";

/** A clock that moves only when a test says so; machine time moves with it. */
export type TestClock = Clock & { advance(byMs: Milliseconds): void; set(to: Date): void };

export function createTestClock(start: Date): TestClock {
  let nowMs = start.getTime();
  return {
    ...createClock(() => nowMs),
    advance: (byMs) => {
      nowMs += byMs;
    },
    set: (to) => {
      nowMs = to.getTime();
    },
  };
}
