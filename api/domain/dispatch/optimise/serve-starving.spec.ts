import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySnapshot } from "../testing/arbitrary-snapshot";
import { heldBesideIdle } from "../testing/held-beside-idle";
import { aCourier, aDelivery, aSnapshot, NOW_MS } from "../testing/small-world";
import { optimisedPolicy } from "./optimised-policy";
import { DEFAULT_SETTINGS } from "./settings";

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

/** Food that has stood for a while, couriers who are back at the counter soon, and idle ones who are a long way off. */
const backlog = fc
  .record({
    stoodMinutes: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 }),
    backInMinutes: fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 4 }),
    awayDegrees: fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 4 }),
    shiftMinutes: fc.option(fc.integer({ min: 1, max: 60 })),
  })
  .map(({ stoodMinutes, backInMinutes, awayDegrees, shiftMinutes }) =>
    aSnapshot({
      couriers: [
        ...backInMinutes.map((back, i) => ({
          ...soonBack,
          id: `back${i}`,
          capacityOrders: 1 + (i % 2),
          plan: [{ ...soonBack.plan[0]!, doneMs: minutes(back) }],
        })),
        ...awayDegrees.map((away, i) =>
          aCourier({
            id: `away${i}`,
            position: { lat: 41.3 + away, lng: 69.25 },
            shiftEndsMs: i === 0 && shiftMinutes !== null ? minutes(shiftMinutes) : null,
          }),
        ),
      ],
      deliveries: stoodMinutes.map((stood, i) => ({ ...readySince(stood), id: `d${i}` })),
    }),
  );

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

  it("is never held beside somebody idle who could bring it, in any world", () => {
    const heldMs = DEFAULT_SETTINGS.heldReadySeconds * 1_000;
    fc.assert(
      fc.property(fc.oneof(backlog, arbitrarySnapshot), (snapshot) => {
        expect(heldBesideIdle(snapshot, optimisedPolicy().decide(snapshot), heldMs)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is not left to a courier who is about to be free, round after round", () => {
    // By his plan he was done a minute ago, and his hands are still full.
    const plan = [{ deliveryId: "old", kind: "dropoff" as const, point: COUNTER, doneMs: minutes(-1) }];
    const overdue = aCourier({ id: "overdue", capacityOrders: 1, plan });
    const couriers = [overdue, farOff];
    const decide = (count: number) =>
      optimisedPolicy().decide(aSnapshot({ couriers, deliveries: [readySince(count)] })).offers;
    expect(decide(1)).toEqual([]);
    expect(decide(9.5)[0]!.courierIds).toEqual(["far-off"]);
  });

  it("is looked at again as its food is ready, however late the courier it is planned for", () => {
    const late = { ...soonBack, plan: [{ ...soonBack.plan[0]!, doneMs: minutes(12) }] };
    const heldUntil = (readyMs: number) =>
      optimisedPolicy().decide(
        aSnapshot({ couriers: [late], deliveries: [aDelivery({ readyP50Ms: readyMs, readyP80Ms: readyMs })] }),
      ).holds[0]!.untilMs;
    expect(heldUntil(minutes(4))).toBe(minutes(4));
    expect(heldUntil(minutes(-4))).toBe(NOW_MS + 30_000);
  });

  it("does not wait for a silent phone while another courier answers", () => {
    const silent = aCourier({ id: "silent", positionAgeSeconds: 600 });
    const decisions = optimisedPolicy().decide(aSnapshot({ couriers: [silent, farOff], deliveries: [readySince(1)] }));
    expect(decisions.offers[0]!.courierIds).toEqual(["far-off"]);
  });
});
