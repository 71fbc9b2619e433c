import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySnapshot } from "../testing/arbitrary-snapshot";
import { illegalities } from "../testing/illegalities";
import { aBranch, aCourier, aDelivery, aSnapshot, NOW_MS } from "../testing/small-world";
import { optimisedPolicy } from "./optimised-policy";

const policy = optimisedPolicy();
const decide = (change = {}) => policy.decide(aSnapshot(change));
const minutes = (count: number) => NOW_MS + count * 60_000;

describe("the engine, in any world", () => {
  it("decides legally and forgets no delivery, however bad the data or small the budget", () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        expect(illegalities(snapshot, policy.decide(snapshot))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("decides the same twice", () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        expect(policy.decide(snapshot)).toEqual(policy.decide(snapshot));
      }),
      { numRuns: 50 },
    );
  });

  it("leaves no order without a courier because there is one courier more", () => {
    const place = fc.record({
      lat: fc.double({ min: 41.28, max: 41.32, noNaN: true }),
      lng: fc.double({ min: 69.23, max: 69.27, noNaN: true }),
    });
    const unserved = (couriers: ReturnType<typeof aCourier>[], doors: { lat: number; lng: number }[]) =>
      decide({
        couriers,
        deliveries: doors.map((dropoff, i) => aDelivery({ id: `d${i}`, dropoff, keepApartFrom: "all" })),
      }).holds.filter((hold) => hold.courierId === null).length;
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.array(place, { minLength: 1, maxLength: 6 }),
        (at, doors) => {
          const couriers = at.map((position, i) => aCourier({ id: `c${i}`, position }));
          expect(unserved(couriers, doors)).toBeLessThanOrEqual(unserved(couriers.slice(1), doors));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("the engine", () => {
  it("lets a courier leave only when he must to be there as the food is ready", () => {
    const deliveries = [aDelivery({ readyP50Ms: minutes(20), readyP80Ms: minutes(20) })];
    const early = decide({ deliveries });
    expect(early.offers).toEqual([]);
    expect(early.holds[0]).toMatchObject({ reason: "leaves_later", courierId: "c1" });
    expect(early.holds[0]!.untilMs).toBeGreaterThan(minutes(15));
    expect(decide({ deliveries, nowMs: minutes(19), nextRoundMs: minutes(19.5) }).offers).toHaveLength(1);
  });

  it("carries two orders from one counter to one street in one trip", () => {
    const deliveries = [aDelivery({ id: "d1" }), aDelivery({ id: "d2", dropoff: { lat: 41.3101, lng: 69.2701 } })];
    expect(decide({ deliveries }).offers.map((offer) => offer.deliveryIds.length)).toEqual([2]);
  });

  it("keeps apart what a dispatcher keeps apart", () => {
    const deliveries = [
      aDelivery({ id: "d1" }),
      aDelivery({ id: "d2", dropoff: { lat: 41.3101, lng: 69.2701 }, keepApartFrom: ["d1"] }),
    ];
    for (const offer of decide({ deliveries }).offers) expect(offer.deliveryIds).toHaveLength(1);
  });

  it("gives the near order to the near courier even when another order comes first", () => {
    const west = { lat: 41.3, lng: 69.2 };
    const east = { lat: 41.3, lng: 69.3 };
    const couriers = [aCourier({ id: "west", position: west }), aCourier({ id: "east", position: east })];
    const deliveries = [aDelivery({ id: "d-east", pickup: east }), aDelivery({ id: "d-west", pickup: west })];
    const offers = decide({ couriers, deliveries }).offers.map((offer) => [offer.courierIds[0], offer.deliveryIds[0]]);
    expect(offers.sort()).toEqual([
      ["east", "d-east"],
      ["west", "d-west"],
    ]);
  });

  it("does not hand cash to a courier who carries enough of it", () => {
    const rich = aCourier({ id: "rich", cashInHandMinor: 900, cashLimitMinor: 1_000 });
    const far = aCourier({ id: "far", position: { lat: 41.31, lng: 69.25 } });
    const deliveries = [aDelivery({ cashToCollectMinor: 200 })];
    expect(decide({ couriers: [rich, far], deliveries }).offers[0]!.courierIds).toEqual(["far"]);
  });

  it("still serves an order that has been waiting all day", () => {
    const deliveries = [aDelivery({ readyP50Ms: minutes(-500), readyP80Ms: minutes(-500), promisedMs: minutes(-480) })];
    expect(decide({ deliveries }).offers).toHaveLength(1);
  });

  it("asks a wave when the exclusive tries are used up", () => {
    const deliveries = [aDelivery({ ladder: { step: "exclusive", tries: 2, sinceMs: NOW_MS - 90_000 } })];
    expect(decide({ deliveries }).offers[0]!.mode).toBe("wave");
  });

  it("answers greedily when there is nothing to spend", () => {
    const decisions = decide({ budgetSteps: 0 });
    expect(decisions.greedy).toBe(true);
    expect(decisions.offers).toHaveLength(1);
  });

  it("tells a human being when nobody can carry an order", () => {
    const branches = [aBranch()];
    const deliveries = [aDelivery({ forbiddenCourierIds: ["c1"] })];
    expect(decide({ branches, deliveries }).toHuman).toEqual([{ deliveryId: "d1", reason: "nobody_can_carry" }]);
  });

  it("survives ten thousand orders at once", () => {
    const deliveries = Array.from({ length: 10_000 }, (_, i) => aDelivery({ id: `d${i}` }));
    const snapshot = aSnapshot({ deliveries, couriers: [aCourier(), aCourier({ id: "c2" })], budgetSteps: 20_000 });
    const decisions = policy.decide(snapshot);
    expect(decisions.offers.length).toBeGreaterThan(0);
    expect(new Set(decisions.offers.flatMap((offer) => offer.deliveryIds)).size).toBe(
      decisions.offers.flatMap((offer) => offer.deliveryIds).length,
    );
  });
});
