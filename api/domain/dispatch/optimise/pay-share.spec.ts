import { describe, expect, it } from "vitest";
import { cleanSnapshot } from "../clean-snapshot";
import { aCourier, aSnapshot, NOW_MS } from "../testing/small-world";
import { aheadOf, payShareOf } from "./pay-share";

const HOUR_MS = 3_600_000;
const over = (couriers: ReturnType<typeof aCourier>[]) => cleanSnapshot(aSnapshot({ couriers }));

describe("what of a trip's pay is paid on top", () => {
  const shift = { availableFromMs: NOW_MS - 4 * HOUR_MS, shiftEndsMs: NOW_MS + HOUR_MS, guaranteePerDayMinor: 7_500 };

  it("is all of it without a guarantee", () => {
    const courier = aCourier({ guaranteePerDayMinor: 0 });
    expect(payShareOf(over([courier]))(courier)).toBe(1);
  });

  it("is next to nothing far below the guarantee, nearly all far beyond it", () => {
    const poor = aCourier({ ...shift, id: "poor", payTodayMinor: 1_000 });
    const rich = aCourier({ ...shift, id: "rich", payTodayMinor: 20_000 });
    const share = payShareOf(over([poor, rich]));
    expect(share(poor)).toBeLessThan(0.1);
    expect(share(rich)).toBeGreaterThan(0.9);
  });

  it("never falls as more is earned", () => {
    const couriers = [0, 2_000, 4_000, 8_000, 16_000].map((payTodayMinor, i) =>
      aCourier({ ...shift, id: `c${i}`, payTodayMinor }),
    );
    const share = payShareOf(over(couriers));
    const shares = couriers.map(share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe("how far a courier's pay per hour is ahead", () => {
  const worked = (id: string, payTodayMinor: number) =>
    aCourier({ id, payTodayMinor, availableFromMs: NOW_MS - 2 * HOUR_MS });

  it("is −1 for nothing yet, 0 at the mean and at most 1", () => {
    const couriers = [worked("none", 0), worked("mean", 3_000), worked("rich", 9_000), worked("c4", 0)];
    const ahead = aheadOf(over(couriers));
    expect(couriers.slice(0, 3).map(ahead)).toEqual([-1, 0, 1]);
  });

  it("is 0 for everyone while nobody has earned anything", () => {
    const courier = worked("c1", 0);
    expect(aheadOf(over([courier]))(courier)).toBe(0);
  });
});
