import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aCourier, aDelivery, NOW_MS } from "../testing/small-world";
import { bestTrip } from "./best-trip";
import { routeCost } from "./route";

const NEVER = Number.POSITIVE_INFINITY;
const cost = (...change: Parameters<typeof aModel>) => {
  const model = aModel(...change);
  const trips = model.jobs.map((job) => bestTrip([job], model)!);
  return routeCost(model.riders[0]!, trips, model);
};
const two = [aDelivery(), aDelivery({ id: "d2" })];

describe("what a courier's plan costs", () => {
  it("is nothing without trips, and grows with each", () => {
    expect(cost({ deliveries: [] })).toBe(0);
    expect(cost({ deliveries: two })).toBeGreaterThan(cost({ deliveries: two.slice(1) }));
  });

  it("is endless for whom it was forbidden to, who refused, or who is not the pinned one", () => {
    expect(cost({ deliveries: [aDelivery({ forbiddenCourierIds: ["c1"] })] })).toBe(NEVER);
    expect(cost({ deliveries: [aDelivery({ refusedByCourierIds: ["c1"] })] })).toBe(NEVER);
    expect(cost({ deliveries: [aDelivery({ pinnedCourierId: "c2" })] })).toBe(NEVER);
  });

  it("asks a pinned courier again though he refused", () => {
    expect(cost({ deliveries: [aDelivery({ pinnedCourierId: "c1", refusedByCourierIds: ["c1"] })] })).toBeLessThan(
      NEVER,
    );
  });

  it("is endless beyond the cash that he may carry, all trips together", () => {
    const couriers = [aCourier({ cashInHandMinor: 500, cashLimitMinor: 900 })];
    const deliveries = two.map((delivery) => ({ ...delivery, cashToCollectMinor: 300 }));
    expect(cost({ couriers, deliveries: deliveries.slice(1) })).toBeLessThan(NEVER);
    expect(cost({ couriers, deliveries })).toBe(NEVER);
  });

  it("is endless for more trips than are planned ahead, and for a silent phone", () => {
    expect(cost({ deliveries: two }, { tripsAhead: 1 })).toBe(NEVER);
    expect(cost({ couriers: [aCourier({ positionAgeSeconds: 181 })] })).toBe(NEVER);
  });

  it("is endless when the second trip comes after his shift", () => {
    const couriers = [aCourier({ shiftEndsMs: NOW_MS + 300_000 })];
    expect(cost({ couriers, deliveries: two.slice(1) })).toBeLessThan(NEVER);
    expect(cost({ couriers, deliveries: two })).toBe(NEVER);
  });

  it("spends a step of the budget for each trip driven", () => {
    const model = aModel({ deliveries: two });
    const before = model.stepsLeft;
    routeCost(
      model.riders[0]!,
      model.jobs.map((job) => bestTrip([job], model)!),
      model,
    );
    expect(before - model.stepsLeft).toBe(2);
  });
});
