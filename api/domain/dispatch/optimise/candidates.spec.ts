import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aCourier, aDelivery, NOW_MS } from "../testing/small-world";
import { candidateArcs } from "./candidates";

const minutes = (count: number) => NOW_MS + count * 60_000;
const along = (count: number, change: (i: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, i) =>
    aCourier({ id: `c${i}`, position: { lat: 41.3 + i / 1_000, lng: 69.25 }, ...change(i) }),
  );
const found = (...change: Parameters<typeof aModel>) => {
  const model = aModel(...change);
  return candidateArcs(model)[0]!.map(({ rider }) => model.riders[rider]!.courier.id);
};
const few = { candidates: 2, candidatesWaiting: 4 };

describe("candidates", () => {
  it("are the nearest couriers, cheapest first, for a fresh order", () => {
    const deliveries = [aDelivery({ waitingSinceMs: minutes(-1) })];
    expect(found({ couriers: along(9).reverse(), deliveries }, few)).toEqual(["c0", "c1"]);
  });

  it("are those who are there soonest: a free courier some way off rather than busy ones next door", () => {
    const busy = [{ deliveryId: "d9", kind: "dropoff", point: { lat: 41.3, lng: 69.25 }, doneMs: minutes(40) }];
    const couriers = along(6, (i) => (i < 4 ? { plan: busy } : {}));
    expect(found({ couriers, deliveries: [aDelivery({ waitingSinceMs: minutes(-1) })] }, few)).toEqual(["c4", "c5"]);
  });

  it("are more for food that stands and has waited", () => {
    const deliveries = [aDelivery({ waitingSinceMs: minutes(-11) })];
    expect(found({ couriers: along(9), deliveries }, few)).toHaveLength(4);
  });

  it("are looked for everywhere when none of the near can go", () => {
    const couriers = along(9, (i) => (i < 8 ? { cashLimitMinor: 1 } : {}));
    const deliveries = [aDelivery({ cashToCollectMinor: 500, waitingSinceMs: minutes(-1) })];
    expect(found({ couriers, deliveries }, few)).toEqual(["c8"]);
  });

  it("include the pinned courier however far he is, and nobody else", () => {
    expect(found({ couriers: along(9), deliveries: [aDelivery({ pinnedCourierId: "c8" })] }, few)).toEqual(["c8"]);
  });

  it("leave out who goes home before the food is ready", () => {
    const couriers = along(3, (i) => ({ shiftEndsMs: i === 0 ? minutes(20) : null }));
    const deliveries = [aDelivery({ readyP50Ms: minutes(15), readyP80Ms: minutes(25) })];
    expect(found({ couriers, deliveries })).toEqual(["c1", "c2"]);
  });

  it("are nobody without couriers, and looking costs none of the budget", () => {
    expect(found({ couriers: [] })).toEqual([]);
    const model = aModel({ couriers: along(9) });
    const budget = model.stepsLeft;
    candidateArcs(model);
    expect(model.stepsLeft).toBe(budget);
  });
});
