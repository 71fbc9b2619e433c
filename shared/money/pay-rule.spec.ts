import { describe, expect, it } from "vitest";
import { tripPay } from "./pay-rule";

const rule = { baseMinor: 1_000_000, perKmMinor: 150_000, perExtraStopMinor: 400_000 };

describe("the pay of a trip", () => {
  it("is the base and the way for one door", () => {
    expect(tripPay(rule, { distanceMetres: 3_500, dropoffs: 1 })).toBe(1_000_000 + 525_000);
  });

  it("adds every door after the first", () => {
    expect(tripPay(rule, { distanceMetres: 0, dropoffs: 3 })).toBe(1_800_000);
  });

  it("counts every started hundred metres, so that a round rule gives sums that can be paid in notes", () => {
    expect(tripPay(rule, { distanceMetres: 3_401, dropoffs: 1 })).toBe(1_000_000 + 525_000);
    expect(tripPay(rule, { distanceMetres: 1, dropoffs: 1 })).toBe(1_015_000);
  });

  it("is a whole number of minor units, rounded half up", () => {
    expect(tripPay({ ...rule, perKmMinor: 5 }, { distanceMetres: 100, dropoffs: 1 })).toBe(1_000_001);
    expect(tripPay({ ...rule, perKmMinor: 4 }, { distanceMetres: 100, dropoffs: 1 })).toBe(1_000_000);
  });

  it.each([0, -1, 1.5])("calls a trip with %d doors a bug", (dropoffs) => {
    expect(() => tripPay(rule, { distanceMetres: 0, dropoffs })).toThrow(RangeError);
  });
});
