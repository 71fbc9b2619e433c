import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aCourier, aDelivery } from "../testing/small-world";
import { greedyArcs } from "./greedy-arcs";

const at = (id: string, lat: number, change = {}) => aCourier({ id, position: { lat, lng: 69.25 }, ...change });
const given = (...change: Parameters<typeof aModel>) => {
  const model = aModel(...change);
  return greedyArcs(model).map(([arc]) => (arc ? model.riders[arc.rider]!.courier.id : null));
};

describe("the greedy answer", () => {
  it("gives each order the nearest courier who is left, in the order of waiting", () => {
    const couriers = [at("far", 41.33), at("near", 41.301), at("middle", 41.31)];
    expect(given({ couriers, deliveries: [aDelivery({ id: "d1" }), aDelivery({ id: "d2" })] })).toEqual([
      "near",
      "middle",
    ]);
  });

  it("passes over who may not carry it", () => {
    const couriers = [at("near", 41.301), at("far", 41.33)];
    expect(given({ couriers, deliveries: [aDelivery({ forbiddenCourierIds: ["near"] })] })).toEqual(["far"]);
  });

  it("finds the pinned courier however far he is", () => {
    const couriers = [...Array.from({ length: 9 }, (_, i) => at(`c${i}`, 41.3)), at("pinned", 41.4)];
    expect(given({ couriers, deliveries: [aDelivery({ pinnedCourierId: "pinned" })] })).toEqual(["pinned"]);
  });

  it("leaves orders over when the couriers run out, and gives nothing without any", () => {
    const deliveries = [aDelivery({ id: "d1" }), aDelivery({ id: "d2" })];
    expect(given({ deliveries })).toEqual(["c1", null]);
    expect(given({ couriers: [], deliveries })).toEqual([null, null]);
  });
});
