import { describe, expect, it } from "vitest";
import type { Snapshot } from "./dispatch-policy";
import { optimisedPolicy } from "./optimise/optimised-policy";
import { illegalities } from "./testing/illegalities";
import { aBranch, aCourier, aDelivery, aSnapshot, NOW_MS } from "./testing/small-world";

const minutes = (count: number) => NOW_MS + count * 60_000;
const policy = optimisedPolicy();

describe.each([
  ["time to think", 100_000],
  ["nothing to spend", 0],
  ["a budget that is no number", Number.NaN],
])("bad input, with %s", (_, budgetSteps) => {
  const decide = (change: Partial<Snapshot>) => {
    const snapshot = aSnapshot({ budgetSteps, ...change });
    const decisions = policy.decide(snapshot);
    expect(illegalities(snapshot, decisions)).toEqual([]);
    return decisions;
  };
  /** Nothing is offered, and a human being hears why. */
  const told = (change: Partial<Snapshot>) => {
    const { offers, toHuman } = decide(change);
    expect(offers).toEqual([]);
    return toHuman.map(({ deliveryId, reason }) => `${deliveryId} ${reason}`);
  };

  it("without couriers rings for every order", () => {
    const deliveries = [aDelivery(), aDelivery({ id: "d2" })];
    expect(told({ couriers: [], deliveries })).toEqual(["d1 nobody_online", "d2 nobody_online"]);
  });

  it("without orders decides nothing", () => {
    expect(decide({ deliveries: [] })).toMatchObject({ offers: [], holds: [], ladder: [], toHuman: [] });
  });

  it("with every phone silent sends nobody, and rings", () => {
    const couriers = [aCourier({ positionAgeSeconds: 181 }), aCourier({ id: "c2", positionAgeSeconds: Number.NaN })];
    expect(told({ couriers })).toEqual(["d1 nobody_can_carry"]);
  });

  it("sends nobody whose position is missing or absurd, and rings when there is nobody else", () => {
    const positions = [
      null,
      { lat: 0, lng: 0 },
      { lat: Number.NaN, lng: 69 },
      { lat: 91, lng: 69 },
      { lat: 41, lng: 999 },
    ];
    const lost = positions.map((position, i) => aCourier({ id: `lost${i}`, position }));
    expect(told({ couriers: lost })).toEqual(["d1 nobody_can_carry"]);
    const found = aCourier({ id: "found", position: { lat: 41.32, lng: 69.25 } });
    expect(decide({ couriers: [...lost, found] }).offers[0]!.courierIds).toEqual(["found"]);
  });

  it("sends nobody whose shift is over, or over before he is there", () => {
    const over = aCourier({ shiftEndsMs: minutes(-1) });
    const soon = aCourier({ id: "c2", shiftEndsMs: minutes(1), position: { lat: 41.33, lng: 69.25 } });
    expect(told({ couriers: [over, soon] })).toEqual(["d1 nobody_can_carry"]);
  });

  it("serves food that has long been ready, and hands over to people what never will be", () => {
    const old = aDelivery({ readyP50Ms: minutes(-900), readyP80Ms: minutes(-900), promisedMs: minutes(-880) });
    expect(decide({ deliveries: [old] }).offers).toHaveLength(1);
    for (const never of [Number.POSITIVE_INFINITY, Number.NaN, minutes(60 * 48)]) {
      expect(told({ deliveries: [aDelivery({ readyP80Ms: never })] })).toEqual(["d1 never_ready"]);
    }
  });

  it("rings for an order that no one may or can carry", () => {
    expect(told({ deliveries: [aDelivery({ forbiddenCourierIds: ["c1"] })] })).toEqual(["d1 nobody_can_carry"]);
    const noCash = aCourier({ cashLimitMinor: 100 });
    const dear = aDelivery({ cashToCollectMinor: 101 });
    expect(told({ couriers: [noCash], deliveries: [dear] })).toEqual(["d1 nobody_can_carry"]);
    expect(told({ couriers: [aCourier({ capacityOrders: 0 })] })).toEqual(["d1 nobody_can_carry"]);
  });

  it("rings for an order of an unknown branch, or without an address", () => {
    expect(told({ deliveries: [aDelivery({ branchId: "gone" })] })).toEqual(["d1 bad_data"]);
    expect(told({ deliveries: [aDelivery({ dropoff: { lat: Number.NaN, lng: 69 } })] })).toEqual(["d1 bad_data"]);
    expect(told({ deliveries: [aDelivery({ cashToCollectMinor: Number.NaN })] })).toEqual(["d1 bad_data"]);
  });

  it("offers an order once though it is listed twice, and asks a courier once though he is", () => {
    const { offers } = decide({
      couriers: [aCourier(), aCourier()],
      deliveries: [aDelivery(), aDelivery(), aDelivery({ id: "d2", keepApartFrom: "all" })],
    });
    expect(offers.map((offer) => [offer.courierIds, offer.deliveryIds])).toEqual([[["c1"], [expect.any(String)]]]);
  });

  it("sends nobody where no road leads, and rings", () => {
    for (const endless of [Number.POSITIVE_INFINITY, Number.NaN]) {
      const forecast = { travelSeconds: () => endless, acceptProbability: () => 1 };
      expect(told({ forecast })).toEqual(["d1 nobody_can_carry"]);
    }
  });

  it("does not mind chances and payments that are no numbers", () => {
    const forecast = { ...aSnapshot().forecast, acceptProbability: () => Number.NaN };
    expect(decide({ forecast }).offers).toHaveLength(1);
    expect(decide({ branches: [aBranch({ expectedOrdersPerHour: Number.POSITIVE_INFINITY })] }).offers).toHaveLength(1);
  });

  it("decides on ten thousand orders at once, each once", () => {
    const deliveries = Array.from({ length: 10_000 }, (_, i) =>
      aDelivery({ id: `d${i}`, dropoff: { lat: 41.25 + (i % 100) / 1_000, lng: 69.2 + i / 100_000 } }),
    );
    const couriers = Array.from({ length: 20 }, (_, i) => aCourier({ id: `c${i}` }));
    const { offers } = decide({ deliveries, couriers, budgetSteps: Math.min(budgetSteps, 5_000) });
    expect(offers).toHaveLength(20);
  });

  it("outlives a clock that goes back: what is asked stays asked, and nothing is asked twice", () => {
    const before = decide({});
    const [asked] = before.offers;
    const liveOffers = [
      { courierId: "c1", deliveryIds: asked!.deliveryIds, mode: "exclusive" as const, expiresAtMs: asked!.expiresAtMs },
    ];
    const back = { nowMs: minutes(-30), nextRoundMs: minutes(-29) };
    expect(decide({ ...back, liveOffers }).holds).toEqual([
      { deliveryId: "d1", untilMs: asked!.expiresAtMs, reason: "offer_live", courierId: null },
    ]);
    const future = aDelivery({
      placedMs: minutes(5),
      waitingSinceMs: minutes(5),
      ladder: { step: "human", tries: 9, sinceMs: minutes(5) },
    });
    expect(decide({ deliveries: [future], couriers: [aCourier({ freeSinceMs: minutes(5) })] }).toHuman).toHaveLength(1);
  });
});
