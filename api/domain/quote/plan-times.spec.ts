import { describe, expect, it } from "vitest";
import { HAND_OVER_SECONDS, planTimes } from "./plan-times";
import type { QuoteBranch } from "./quote-types";

const NOON = new Date("2026-03-20T12:00:00Z");
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
/** 20 km/h over the straight line's 1.35 times longer street: ten minutes. */
const TEN_MINUTES_AWAY = { straightMetres: 20_000 / 6 / 1.35, promisedMinutes: 0 };

const branch = (change: Partial<QuoteBranch> = {}): QuoteBranch => ({
  id: "branch",
  regionId: "city",
  point: { lat: 41.31, lng: 69.28 },
  currency: "UZS",
  schedule: { timezone: "UTC", hours: [], holidays: [] },
  pausedUntil: null,
  preparationMinutes: 15,
  extraPromiseMinutes: 20,
  extraPromiseUntil: null,
  takesCash: true,
  takesInvoice: true,
  offersPickup: true,
  zones: [],
  ...change,
});

describe("the promise", () => {
  it("is preparation, the way and the hand-over", () => {
    expect(HAND_OVER_SECONDS).toBe(600);
    expect(planTimes(branch(), TEN_MINUTES_AWAY, null, NOON)).toEqual({
      scheduledFor: null,
      releaseAt: null,
      cookAt: NOON,
      readyAt: minutes(15),
      promisedAt: minutes(35),
      arrivesFrom: null,
    });
  });

  it("is never below what the zone quotes", () => {
    const slowZone = { ...TEN_MINUTES_AWAY, promisedMinutes: 60 };
    expect(planTimes(branch(), slowZone, null, NOON)).toMatchObject({ promisedAt: minutes(60), readyAt: minutes(15) });
  });

  it("is longer while the kitchen is drowning, and only so long", () => {
    const until = (extraPromiseUntil: Date) => planTimes(branch({ extraPromiseUntil }), TEN_MINUTES_AWAY, null, NOON);
    expect(until(minutes(1))).toMatchObject({ readyAt: minutes(35), promisedAt: minutes(55) });
    expect(until(NOON)).toMatchObject({ readyAt: minutes(15), promisedAt: minutes(35) });
  });

  it("is what history keeps, between the zone's minutes and twice what branch and zone say", () => {
    const arrival = (from: number, to: number) => ({ fromMs: minutes(from).getTime(), toMs: minutes(to).getTime() });
    const told = (from: number, to: number, promisedMinutes = 0) => {
      const journey = { ...TEN_MINUTES_AWAY, promisedMinutes, arrival: arrival(from, to) };
      const { arrivesFrom, promisedAt } = planTimes(branch(), journey, null, NOON);
      return [arrivesFrom, promisedAt];
    };
    expect(told(25, 45)).toEqual([minutes(25), minutes(45)]);
    expect(told(15, 25)).toEqual([minutes(15), minutes(25)]);
    expect(told(15, 25, 30)).toEqual([minutes(15), minutes(30)]);
    expect(told(90, 200)).toEqual([minutes(70), minutes(70)]);
  });

  it("of a scheduled order is its own time, whatever history says", () => {
    const arrival = { fromMs: minutes(25).getTime(), toMs: minutes(45).getTime() };
    const times = planTimes(branch(), { ...TEN_MINUTES_AWAY, arrival }, minutes(120), NOON);
    expect(times).toMatchObject({ promisedAt: minutes(120), arrivesFrom: null });
  });

  it("is the kitchen's time alone when the customer collects it", () => {
    const counter = { straightMetres: null, promisedMinutes: 0 };
    expect(planTimes(branch(), counter, null, NOON).promisedAt).toEqual(minutes(15));
  });
});

describe("a scheduled order", () => {
  it("is promised for its time, cooked as late as it can be, and shown to the kitchen ten minutes before that", () => {
    expect(planTimes(branch(), TEN_MINUTES_AWAY, minutes(120), NOON)).toEqual({
      scheduledFor: minutes(120),
      releaseAt: minutes(75),
      cookAt: minutes(85),
      readyAt: minutes(100),
      promisedAt: minutes(120),
      arrivesFrom: null,
    });
  });

  it("is shown at once when it is that close", () => {
    expect(planTimes(branch(), TEN_MINUTES_AWAY, minutes(40), NOON).releaseAt).toBeNull();
  });

  it("may be as early as the soonest promise, and a week ahead", () => {
    expect(planTimes(branch(), TEN_MINUTES_AWAY, minutes(35), NOON).promisedAt).toEqual(minutes(35));
    expect(() => planTimes(branch(), TEN_MINUTES_AWAY, minutes(34), NOON)).toThrow("order.schedule_out_of_range");
    expect(planTimes(branch(), TEN_MINUTES_AWAY, minutes(7 * 1_440), NOON).promisedAt).toEqual(minutes(7 * 1_440));
    expect(() => planTimes(branch(), TEN_MINUTES_AWAY, minutes(7 * 1_440 + 1), NOON)).toThrow(
      "order.schedule_out_of_range",
    );
  });
});
