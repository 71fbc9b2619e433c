import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClock } from "./clock";

const NOON = Date.parse("2026-03-21T12:00:00Z");

/** A machine clock that a test moves by hand. */
function handClock(startMs: number) {
  let ms = startMs;
  const pass = (byMs: number) => {
    ms += byMs;
  };
  return { read: () => ms, pass };
}

describe("the clock of the business", () => {
  it("shows the machine's time when nothing is set", () => {
    const clock = createClock(() => NOON);
    expect(clock.now()).toEqual(new Date(NOON));
    expect(clock.realMs(1_000)).toBe(1_000);
  });

  it("lets an hour pass in a minute at speed 60, from its own origin", () => {
    const machine = handClock(1_000_000);
    const clock = createClock(machine.read, { originMs: NOON, realOriginMs: 1_000_000, speed: 60 });
    machine.pass(60_000);
    expect(clock.now()).toEqual(new Date(NOON + 3_600_000));
  });

  it("waits the real time that a business deadline needs", () => {
    const clock = createClock(() => 0, { originMs: NOON, realOriginMs: 0, speed: 60 });
    expect(clock.realMsUntil(new Date(NOON + 30_000))).toBe(500);
    expect(clock.realMs(30_000)).toBe(500);
  });

  it("stands still before its beginning, and lets deadlines wait for that", () => {
    const machine = handClock(0);
    const clock = createClock(machine.read, { originMs: NOON, realOriginMs: 10_000, speed: 60 });
    expect(clock.realMsUntil(new Date(NOON + 60_000))).toBe(11_000);
    machine.pass(9_000);
    expect(clock.now()).toEqual(new Date(NOON));
    expect(clock.realMsUntil(new Date(NOON))).toBe(0);
    machine.pass(2_000);
    expect(clock.now()).toEqual(new Date(NOON + 60_000));
  });

  it("waits for nothing that is past", () => {
    expect(createClock(() => NOON).realMsUntil(new Date(NOON - 1))).toBe(0);
  });

  it("leaves leases and tokens on the machine's time", () => {
    const clock = createClock(() => 5_000, { originMs: NOON, realOriginMs: 0, speed: 60 });
    expect(clock.realNow()).toEqual(new Date(5_000));
  });

  it("has reached a deadline once it slept as long as it was told to", () => {
    const speeds = fc.double({ min: 0.1, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(speeds, fc.nat(1e9), fc.nat(1e8), (speed, elapsed, wait) => {
        const machine = handClock(0);
        const clock = createClock(machine.read, { originMs: NOON, realOriginMs: 0, speed });
        machine.pass(elapsed);
        const deadline = new Date(clock.now().getTime() + wait);
        machine.pass(clock.realMsUntil(deadline));
        // A Date holds whole milliseconds, so the two may differ by one.
        expect(clock.now().getTime()).toBeGreaterThanOrEqual(deadline.getTime() - 1);
      }),
    );
  });

  it("shows every process of the installation the same time", () => {
    const settings = { originMs: NOON, realOriginMs: 42, speed: 7 };
    expect(createClock(() => 99, settings).now()).toEqual(createClock(() => 99, settings).now());
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses speed %d", (speed) => {
    expect(() => createClock(() => 0, { originMs: 0, realOriginMs: 0, speed })).toThrow(RangeError);
  });
});
