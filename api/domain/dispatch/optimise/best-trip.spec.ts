import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aBranch, aDelivery, NOW_MS } from "../testing/small-world";
import { bestTrip } from "./best-trip";

const minutes = (count: number) => NOW_MS + count * 60_000;
/** Doors on a line, so many thousandths of a degree north of the counter. */
const to = (id: string, north: number, change = {}) =>
  aDelivery({ id, dropoff: { lat: 41.3 + north / 1_000, lng: 69.25 }, ...change });
const trip = (deliveries: ReturnType<typeof to>[], change = {}, settings = {}) => {
  const model = aModel({ deliveries, ...change }, settings);
  return bestTrip(model.jobs, model);
};
const doors = (...[deliveries, change]: Parameters<typeof trip>) =>
  trip(deliveries, change)?.jobs.map((job) => job.delivery.id);

describe("the best trip of some orders", () => {
  it("rides to the doors in the order in which they are reached soonest", () => {
    expect(doors([to("far", 30), to("near", 5), to("middle", 15)])).toEqual(["near", "middle", "far"]);
  });

  it("finds an order of stops for more than three doors too", () => {
    const five = [to("e", 25), to("a", 5), to("d", 20), to("b", 10), to("c", 15)];
    expect(doors(five)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("fetches all bags of a counter at one stop", () => {
    expect(trip([to("a", 5), to("b", 10)])!.stops.map(({ kind }) => kind)).toEqual(["pickup", "dropoff", "dropoff"]);
  });

  it("joins neighbouring branches, and no others", () => {
    const next = { lat: 41.299, lng: 69.25 };
    const pair = [to("a", 5), to("b", 10, { branchId: "b2", pickup: next })];
    const branches = (neighbourBranchIds: string[]) => [
      aBranch({ neighbourBranchIds }),
      aBranch({ id: "b2", point: next, neighbourBranchIds: ["b1"] }),
    ];
    expect(doors(pair, { branches: branches(["b2"]) })).toEqual(["a", "b"]);
    expect(doors(pair, { branches: branches([]) })).toBeUndefined();
  });

  it("keeps apart what a dispatcher keeps apart, whichever of the two says so", () => {
    expect(doors([to("a", 5), to("b", 10, { keepApartFrom: ["a"] })])).toBeUndefined();
    expect(doors([to("a", 5, { keepApartFrom: "all" }), to("b", 10)])).toBeUndefined();
  });

  it("lets no food lie in the bag while other food cooks", () => {
    const later = (count: number) => to("b", 10, { readyP50Ms: minutes(count), readyP80Ms: minutes(count) });
    expect(doors([to("a", 5), later(9)])).toEqual(["a", "b"]);
    expect(doors([to("a", 5), later(11)])).toBeUndefined();
  });

  it("carries no more than fits into one trip", () => {
    expect(trip([to("a", 5), to("b", 10)], {}, { maxBundle: 1 })).toBeNull();
  });
});
