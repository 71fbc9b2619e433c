import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen, nextOpening, type Schedule } from "./opening-hours";
import { instantAt, wallClockMs } from "./wall-clock";

const everyDay = (opensMinute: number, closesMinute: number, timezone = "Asia/Tashkent"): Schedule => ({
  timezone,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute, closesMinute })),
  holidays: [],
});
/** Local time of Tashkent, UTC+5 all year. */
const tashkent = (local: string) => new Date(`${local}+05:00`);

describe("opening hours", () => {
  const schedule = everyDay(600, 1_320); // 10:00–22:00

  it.each([
    ["2026-03-20T09:59:59", false],
    ["2026-03-20T10:00:00", true],
    ["2026-03-20T21:59:59", true],
    ["2026-03-20T22:00:00", false],
  ])("at %s are %s", (local, open) => expect(isOpen(schedule, tashkent(local))).toBe(open));

  it("are those of the branch's own wall, whatever the server's is", () => {
    expect(isOpen({ ...schedule, timezone: "Europe/Berlin" }, new Date("2026-01-15T20:30:00Z"))).toBe(true);
    expect(isOpen(schedule, new Date("2026-01-15T20:30:00Z"))).toBe(false);
  });

  it("run past midnight into the next day, and stop there", () => {
    const fridayNight: Schedule = { ...schedule, hours: [{ weekday: 5, opensMinute: 1_080, closesMinute: 180 }] };
    expect(isOpen(fridayNight, tashkent("2026-03-20T23:59:00"))).toBe(true);
    expect(isOpen(fridayNight, tashkent("2026-03-21T02:59:00"))).toBe(true);
    expect(isOpen(fridayNight, tashkent("2026-03-21T03:00:00"))).toBe(false);
    expect(isOpen(fridayNight, tashkent("2026-03-20T02:00:00"))).toBe(false);
  });

  it("last all day when a branch closes the minute it opens, and until midnight at minute 1440", () => {
    expect(isOpen(everyDay(0, 0), tashkent("2026-03-20T04:00:00"))).toBe(true);
    expect(isOpen(everyDay(600, 1_440), tashkent("2026-03-20T23:59:59"))).toBe(true);
    expect(isOpen(everyDay(600, 1_440), tashkent("2026-03-21T00:00:00"))).toBe(false);
  });

  it("may be several in a day, with a break between", () => {
    const split: Schedule = { ...schedule, hours: [...everyDay(600, 840).hours, ...everyDay(1_020, 1_380).hours] };
    expect(isOpen(split, tashkent("2026-03-20T15:00:00"))).toBe(false);
    expect(nextOpening(split, tashkent("2026-03-20T15:00:00"))).toEqual(tashkent("2026-03-20T17:00:00"));
  });

  it("give way to a holiday, which ends no night that began the day before", () => {
    const late = { ...everyDay(600, 120), holidays: [{ day: "2026-03-21", opensMinute: null, closesMinute: null }] };
    expect(isOpen(late, tashkent("2026-03-21T01:30:00"))).toBe(true);
    expect(isOpen(late, tashkent("2026-03-21T12:00:00"))).toBe(false);
    expect(isOpen(late, tashkent("2026-03-22T01:30:00"))).toBe(false);
    expect(nextOpening(late, tashkent("2026-03-21T12:00:00"))).toEqual(tashkent("2026-03-22T10:00:00"));
  });

  it("may be shorter on a holiday", () => {
    const short = { ...schedule, holidays: [{ day: "2026-03-21", opensMinute: 720, closesMinute: 900 }] };
    expect(isOpen(short, tashkent("2026-03-21T10:30:00"))).toBe(false);
    expect(isOpen(short, tashkent("2026-03-21T12:30:00"))).toBe(true);
  });

  it("keep to the wall when clocks change: open at ten before and after", () => {
    const berlin = everyDay(600, 1_320, "Europe/Berlin");
    expect(nextOpening(berlin, new Date("2026-03-28T22:00:00Z"))).toEqual(new Date("2026-03-29T08:00:00Z"));
    expect(nextOpening(berlin, new Date("2026-10-24T21:00:00Z"))).toEqual(new Date("2026-10-25T09:00:00Z"));
  });

  it("come right in the very hours around a change of clocks", () => {
    const night = everyDay(90, 360, "Europe/Berlin"); // half an hour before clocks jump
    expect(nextOpening(night, new Date("2026-03-28T22:00:00Z"))).toEqual(new Date("2026-03-29T00:30:00Z"));
    const morning = everyDay(210, 360, "Europe/Berlin");
    expect(nextOpening(morning, new Date("2026-10-24T22:30:00Z"))).toEqual(new Date("2026-10-25T02:30:00Z"));
  });

  it("never come for a branch that has none", () => {
    expect(nextOpening({ ...schedule, hours: [] }, tashkent("2026-03-20T12:00:00"))).toBeNull();
  });

  it("have begun at the next opening, and not a minute before", () => {
    const minute = fc.integer({ min: 1, max: 1_439 });
    const instant = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(minute, minute, instant, (opens, closes, at) => {
        const daily = everyDay(opens, closes);
        fc.pre(opens !== closes && !isOpen(daily, at));
        const next = nextOpening(daily, at)!;
        expect(isOpen(daily, next)).toBe(true);
        expect(isOpen(daily, new Date(next.getTime() - 60_000))).toBe(false);
        expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
      }),
    );
  });
});

describe("the clock on the wall", () => {
  it("comes back to the instant it was read from", () => {
    const zone = fc.constantFrom("Asia/Tashkent", "Asia/Kolkata", "America/New_York", "Pacific/Apia", "UTC");
    const instant = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(zone, instant, (timezone, at) => {
        const wallMs = wallClockMs(at, timezone);
        const back = instantAt(wallMs, timezone);
        // In the hour that clocks repeat two instants show the same; either will do.
        expect(wallClockMs(back, timezone)).toBe(wallMs);
      }),
    );
  });

  it("calls an unknown timezone a bug", () => {
    expect(() => wallClockMs(new Date(0), "Mars/Olympus")).toThrow(RangeError);
  });
});
