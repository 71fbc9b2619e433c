import { describe, expect, it } from "vitest";
import { cleanSnapshot } from "../clean-snapshot";
import { aBranch, aSnapshot } from "../testing/small-world";
import { remotenessOf } from "./remoteness";

const HERE = { lat: 41.3, lng: 69.25 };
const FAR = { lat: 41.34, lng: 69.25 };
const measure = (branches: ReturnType<typeof aBranch>[], nearShare: number) =>
  remotenessOf(cleanSnapshot(aSnapshot({ branches })), nearShare);

describe("how remote a place is from demand", () => {
  it("is nothing anywhere while no demand is known", () => {
    expect(measure([aBranch({ expectedOrdersPerHour: 0 })], 0.3)(FAR)).toBe(0);
  });

  it("is nothing where the demand is, and the ride to it elsewhere", () => {
    const at = measure([aBranch({ point: HERE, expectedOrdersPerHour: 10 })], 0.3);
    expect(at(HERE)).toBe(0);
    expect(at(FAR)).toBeGreaterThan(600);
  });

  it("counts the nearest share of the demand, not the farthest branch", () => {
    const branches = [
      aBranch({ id: "b1", point: HERE, expectedOrdersPerHour: 5 }),
      aBranch({ id: "b2", point: FAR, expectedOrdersPerHour: 5 }),
    ];
    expect(measure(branches, 0.5)(HERE)).toBe(0);
    expect(measure(branches, 1)(HERE)).toBeCloseTo(measure(branches, 1)(FAR), 0);
    expect(measure(branches, 1)(HERE)).toBeGreaterThan(300);
  });

  it("is not spoilt by a branch whose expectation is no number", () => {
    const branches = [
      aBranch({ id: "b1", point: HERE, expectedOrdersPerHour: 5 }),
      aBranch({ id: "b2", point: FAR, expectedOrdersPerHour: Number.NaN }),
    ];
    expect(measure(branches, 1)(HERE)).toBe(0);
  });
});
