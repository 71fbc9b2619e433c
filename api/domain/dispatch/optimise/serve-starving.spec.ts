import { describe, expect, it } from "vitest";
import { aCourier, aDelivery, aSnapshot, NOW_MS } from "../testing/small-world";
import { optimisedPolicy } from "./optimised-policy";

const minutes = (count: number) => NOW_MS + count * 60_000;
const COUNTER = { lat: 41.3, lng: 69.25 };
const FAR = { lat: 41.45, lng: 69.25 };

/** Busy for another two minutes, and then at the counter. */
const soonBack = aCourier({
  id: "soon-back",
  plan: [{ deliveryId: "old", kind: "dropoff", point: COUNTER, doneMs: minutes(2) }],
});
const farOff = aCourier({ id: "far-off", position: FAR });
const readySince = (count: number) =>
  aDelivery({ readyP50Ms: minutes(-count), readyP80Ms: minutes(-count), waitingSinceMs: minutes(-count) });
const offered = (count: number) =>
  optimisedPolicy()
    .decide(aSnapshot({ couriers: [soonBack, farOff], deliveries: [readySince(count)] }))
    .offers.map((offer) => offer.courierIds[0]);

describe("an order that starves", () => {
  it("waits for the better courier while its food is fresh", () => {
    expect(offered(1)).toEqual([]);
  });

  it("goes out with whoever is idle before its food has stood for ten minutes", () => {
    expect(offered(9.5)).toEqual(["far-off"]);
  });

  it("is still not given to somebody who goes home before he can be there", () => {
    const leaving = { ...farOff, shiftEndsMs: minutes(3) };
    const decisions = optimisedPolicy().decide(
      aSnapshot({ couriers: [soonBack, leaving], deliveries: [readySince(9.5)] }),
    );
    expect(decisions.offers).toEqual([]);
    expect(decisions.holds[0]).toMatchObject({ courierId: "soon-back" });
  });

  it("leaves who rides off now alone, and one courier serves one of two that starve", () => {
    const near = aCourier({ id: "near" });
    const old = { ...readySince(30), id: "old", keepApartFrom: "all" as const };
    const older = { ...readySince(31), id: "older", keepApartFrom: "all" as const };
    const decisions = optimisedPolicy().decide(aSnapshot({ couriers: [near], deliveries: [old, older] }));
    expect(decisions.offers).toHaveLength(1);
    expect(decisions.offers[0]!.deliveryIds).toHaveLength(1);
  });
});
