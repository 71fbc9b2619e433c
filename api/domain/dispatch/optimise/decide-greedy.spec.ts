import { describe, expect, it } from "vitest";
import { aCourier, aDelivery, aSnapshot, NOW_MS } from "../testing/small-world";
import { optimisedPolicy } from "./optimised-policy";

const minutes = (count: number) => NOW_MS + count * 60_000;
const at = (id: string, lat: number, change = {}) => aCourier({ id, position: { lat, lng: 69.25 }, ...change });
const decide = (change: Parameters<typeof aSnapshot>[0]) =>
  optimisedPolicy().decide(aSnapshot({ budgetSteps: 0, ...change }));
const asked = (change: Parameters<typeof aSnapshot>[0]) =>
  decide(change).offers.map(({ deliveryIds, courierIds }) => [deliveryIds[0], courierIds[0]]);

describe("the greedy answer", () => {
  it("gives each order the nearest courier who is left, who waits longest first", () => {
    const couriers = [at("far", 41.33), at("near", 41.301), at("middle", 41.31)];
    const deliveries = [aDelivery({ id: "d1" }), aDelivery({ id: "d2", waitingSinceMs: minutes(-20) })];
    expect(asked({ couriers, deliveries })).toEqual([
      ["d2", "near"],
      ["d1", "middle"],
    ]);
  });

  it("passes over who may not carry it, and over who is at work", () => {
    const couriers = [
      at("forbidden", 41.301),
      at("busy", 41.302, {
        plan: [{ deliveryId: "x", kind: "dropoff", point: { lat: 41.3, lng: 69.2 }, doneMs: minutes(9) }],
      }),
      at("far", 41.33),
    ];
    expect(asked({ couriers, deliveries: [aDelivery({ forbiddenCourierIds: ["forbidden"] })] })).toEqual([
      ["d1", "far"],
    ]);
  });

  it("finds the pinned courier however far he is, and rings when he is gone", () => {
    const couriers = [...Array.from({ length: 9 }, (_, i) => at(`c${i}`, 41.3)), at("pinned", 41.4)];
    const deliveries = [aDelivery({ pinnedCourierId: "pinned" })];
    expect(asked({ couriers, deliveries })).toEqual([["d1", "pinned"]]);
    expect(decide({ couriers: couriers.slice(0, 9), deliveries }).toHuman[0]!.reason).toBe(
      "pinned_courier_unavailable",
    );
  });

  it("lets nobody ride off before he must", () => {
    const deliveries = [aDelivery({ readyP50Ms: minutes(14), readyP80Ms: minutes(14) })];
    const { offers, holds } = decide({ deliveries });
    expect(offers).toEqual([]);
    // A minute of his own at the counter, and fifteen seconds to answer.
    expect(holds[0]).toMatchObject({ reason: "leaves_later", courierId: "c1", untilMs: minutes(14) - 75_000 });
  });

  it("brings no order that is worth nothing by then", () => {
    expect(asked({ deliveries: [aDelivery({ latestDoorMs: minutes(1) })] })).toEqual([]);
    expect(asked({ deliveries: [aDelivery({ latestDoorMs: minutes(30) })] })).toHaveLength(1);
  });

  it("climbs the ladder too, as far as there is time to look at everybody", () => {
    const ladder = { step: "wave", tries: 0, sinceMs: NOW_MS } as const;
    expect(decide({ deliveries: [aDelivery({ ladder })] }).offers[0]!.mode).toBe("wave");
    const couriers = Array.from({ length: 6_001 }, (_, i) => aCourier({ id: `c${i}` }));
    const deliveries = [aDelivery({ id: "d1", ladder }), aDelivery({ id: "d2", ladder })];
    const { offers, holds } = decide({ couriers, deliveries });
    expect(offers.map(({ deliveryIds }) => deliveryIds)).toEqual([["d1"]]);
    expect(holds).toMatchObject([{ deliveryId: "d2", reason: "courier_busy" }]);
  });

  it("rings on while it waits to ask everybody again", () => {
    const ladder = { step: "human", tries: 1, sinceMs: minutes(-1) } as const;
    const { offers, toHuman, holds } = decide({ deliveries: [aDelivery({ ladder })] });
    expect({ offers, toHuman }).toEqual({ offers: [], toHuman: [{ deliveryId: "d1", reason: "ladder_exhausted" }] });
    expect(holds[0]!.untilMs).toBe(minutes(1));
  });
});
