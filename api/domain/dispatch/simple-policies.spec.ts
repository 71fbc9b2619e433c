import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVERYONE_MAX, SHARED_OFFERS_MAX } from "./ladder-policy";
import { manualPolicy } from "./manual-policy";
import { queuePolicy } from "./queue-policy";
import { broadcastPolicy, scorePolicy } from "./score-policy";
import { arbitrarySnapshot } from "./testing/arbitrary-snapshot";
import { illegalities } from "./testing/illegalities";
import { aBranch, aCourier, aDelivery, aSnapshot, NOW_MS } from "./testing/small-world";

const policies = [manualPolicy, broadcastPolicy, queuePolicy, scorePolicy];

describe.each(policies)("the policy $name", (policy) => {
  it("decides legally in any world, and forgets no delivery", () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        expect(illegalities(snapshot, policy.decide(snapshot))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("decides the same twice", () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        expect(policy.decide(snapshot)).toEqual(policy.decide(snapshot));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the policy score", () => {
  const near = aCourier({ id: "near", position: { lat: 41.301, lng: 69.25 } });
  const far = aCourier({ id: "far", position: { lat: 41.32, lng: 69.25 } });
  const decide = (change = {}) => scorePolicy.decide(aSnapshot({ couriers: [far, near], ...change }));

  it("asks the near courier first, alone, for as long as the branch says", () => {
    const [offer] = decide().offers;
    expect(offer).toMatchObject({ mode: "exclusive", courierIds: ["near"], expiresAtMs: NOW_MS + 30_000 });
  });

  it("asks the next one when the first has refused", () => {
    const deliveries = [aDelivery({ refusedByCourierIds: ["near"] })];
    expect(decide({ deliveries }).offers[0]!.courierIds).toEqual(["far"]);
  });

  it("climbs from exclusive tries to a wave, to everyone, to a partner, to a human being", () => {
    const at = (step: "exclusive" | "wave" | "everyone" | "partner", tries: number) =>
      decide({
        partner: "a fleet",
        deliveries: [aDelivery({ ladder: { step, tries, sinceMs: NOW_MS - 90_000 } })],
      });
    expect(at("exclusive", 2).offers[0]!.mode).toBe("wave");
    expect(at("wave", 1).offers[0]!.mode).toBe("everyone");
    expect(at("everyone", 1).ladder[0]).toMatchObject({ step: "partner", tries: 0 });
    expect(at("partner", 0).toHuman).toEqual([{ deliveryId: "d1", reason: "ladder_exhausted" }]);
  });

  it("skips the partner's step at once where there is no partner, and says so", () => {
    const ladder = { step: "everyone", tries: 1, sinceMs: NOW_MS - 30_000 } as const;
    const { ladder: rungs, toHuman } = decide({ deliveries: [aDelivery({ ladder })] });
    expect(rungs[0]).toMatchObject({ step: "human", skipped: ["partner"] });
    expect(toHuman).toEqual([{ deliveryId: "d1", reason: "ladder_exhausted" }]);
  });

  it("asks everyone again rather than nobody when all have refused", () => {
    const [offer] = decide({ deliveries: [aDelivery({ refusedByCourierIds: ["near", "far"] })] }).offers;
    expect(offer).toMatchObject({ mode: "everyone", courierIds: ["near", "far"] });
  });

  it("gives a courier one exclusive offer at a time", () => {
    const { offers } = decide({ deliveries: [aDelivery({ id: "d1" }), aDelivery({ id: "d2" })] });
    expect(offers.map((offer) => offer.courierIds[0])).toEqual(["near", "far"]);
  });

  it("does not send a courier whose position is old", () => {
    const stale = { ...near, positionAgeSeconds: 181 };
    expect(decide({ couriers: [far, stale] }).offers[0]!.courierIds).toEqual(["far"]);
  });

  it("looks farther only when nobody is near", () => {
    const deliveries = [aDelivery({ ladder: { step: "wave", tries: 0, sinceMs: NOW_MS } })];
    const branches = [aBranch({ radiusMetres: 500, maxRadiusMetres: 5_000 })];
    expect(decide({ deliveries, branches }).offers[0]!.courierIds).toEqual(["near"]);
    expect(decide({ deliveries, branches, couriers: [far] }).offers[0]!.courierIds).toEqual(["far"]);
  });

  it("rings a human being at once when nobody is online", () => {
    expect(decide({ couriers: [] }).toHuman).toEqual([{ deliveryId: "d1", reason: "nobody_online" }]);
  });

  it("obeys a dispatcher's pin, and says so when the pinned courier cannot go", () => {
    const deliveries = [aDelivery({ pinnedCourierId: "far" })];
    expect(decide({ deliveries }).offers[0]!.courierIds).toEqual(["far"]);
    const gone = decide({ deliveries, couriers: [near] });
    expect(gone.offers).toEqual([]);
    expect(gone.toHuman[0]).toMatchObject({ reason: "pinned_courier_unavailable" });
  });
});

describe("the policy queue", () => {
  it("sends who has been free longest, however far the last who returned is near", () => {
    const early = aCourier({ id: "early", freeSinceMs: NOW_MS - 900_000, position: { lat: 41.31, lng: 69.25 } });
    const late = aCourier({ id: "late", freeSinceMs: NOW_MS - 60_000 });
    expect(queuePolicy.decide(aSnapshot({ couriers: [late, early] })).offers[0]!.courierIds).toEqual(["early"]);
  });
});

describe("the policy broadcast", () => {
  it("does not fill the bot when many find nobody: the longest wait asks most, and there is an end", () => {
    const couriers = Array.from({ length: 2 * SHARED_OFFERS_MAX }, (_, index) =>
      aCourier({ id: `c${index}`, position: { lat: 41.301 + index / 10_000, lng: 69.25 } }),
    );
    const deliveries = Array.from({ length: 30 }, (_, index) =>
      aDelivery({ id: `d${String(index).padStart(2, "0")}`, waitingSinceMs: index }),
    );
    const { offers, holds } = broadcastPolicy.decide(aSnapshot({ couriers, deliveries }));
    const asked = offers.map(({ courierIds }) => courierIds.length);
    expect(asked.slice(0, 5)).toEqual([50, 25, 12, 6, 3]);
    expect(Math.min(...asked)).toBe(3); // a wave
    const standing = asked.reduce((sum, each) => sum + each, 0);
    expect(standing).toBeGreaterThan(SHARED_OFFERS_MAX - 3);
    expect(standing).toBeLessThanOrEqual(SHARED_OFFERS_MAX);
    expect(holds).toHaveLength(deliveries.length - offers.length);
    expect(holds).toContainEqual(expect.objectContaining({ deliveryId: "d29", reason: "asked_enough" }));

    const live = { deliveryIds: ["other"], mode: "everyone" as const, expiresAtMs: Number.POSITIVE_INFINITY };
    const liveOffers = couriers.slice(0, SHARED_OFFERS_MAX - 2).map(({ id }) => ({ ...live, courierId: id }));
    expect(broadcastPolicy.decide(aSnapshot({ couriers, deliveries, liveOffers })).offers).toEqual([]);
  });

  it("asks everyone near at once", () => {
    const couriers = ["c1", "c2", "c3", "c4", "c5"].map((id) => aCourier({ id }));
    const [offer] = broadcastPolicy.decide(aSnapshot({ couriers })).offers;
    expect(offer).toMatchObject({ mode: "everyone", courierIds: ["c1", "c2", "c3", "c4", "c5"] });
  });

  it("asks no more of them than a bot can write to while the offer lasts: the best, and next time those who have not said no", () => {
    const couriers = Array.from({ length: EVERYONE_MAX + 10 }, (_, index) =>
      aCourier({ id: `c${index}`, position: { lat: 41.301 + index / 10_000, lng: 69.25 } }),
    );
    const { offers, explanations } = broadcastPolicy.decide(aSnapshot({ couriers }));
    const best = explanations[0]!.candidates.slice(0, EVERYONE_MAX).map(({ courierId }) => courierId);
    expect(offers).toMatchObject([{ mode: "everyone", courierIds: best }]);
    expect(explanations[0]!.candidates).toHaveLength(EVERYONE_MAX + 10);

    const deliveries = [aDelivery({ refusedByCourierIds: best })];
    const [again] = broadcastPolicy.decide(aSnapshot({ couriers, deliveries })).offers;
    const others = couriers.map(({ id }) => id).filter((id) => !best.includes(id));
    expect(again!.courierIds).toEqual(expect.arrayContaining(others));
    expect(again!.courierIds).toHaveLength(EVERYONE_MAX);
    expect(again!.courierIds[0]).toBe(best[0]); // whose way makes the pay
  });
});

describe("the policy manual", () => {
  it("offers nothing, rings, and shows who could go", () => {
    const decisions = manualPolicy.decide(aSnapshot({}));
    expect(decisions.offers).toEqual([]);
    expect(decisions.toHuman).toEqual([{ deliveryId: "d1", reason: "manual_policy" }]);
    expect(decisions.explanations[0]!.candidates[0]!.courierId).toBe("c1");
  });
});
