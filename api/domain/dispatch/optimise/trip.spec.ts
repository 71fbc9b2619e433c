import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aDelivery, NOW_MS } from "../testing/small-world";
import { legsOf, tripOf } from "./trip";

const minutes = (count: number) => NOW_MS + count * 60_000;
const beside = { lat: 41.301, lng: 69.25 };

describe("a trip", () => {
  it("waits at a counter for the last of its bags", () => {
    const deliveries = [aDelivery(), aDelivery({ id: "d2", readyP50Ms: minutes(8), readyP80Ms: minutes(8) })];
    const { jobs } = aModel({ deliveries });
    expect(tripOf(jobs, jobs).stops[0]).toMatchObject({ kind: "pickup", readyS: 480, readyRiskS: 480, readySdS: 0 });
  });

  it("expects the later of two unsure bags later than either", () => {
    const unsure = { readyP50Ms: minutes(8), readyP80Ms: minutes(12) };
    const { jobs } = aModel({ deliveries: [aDelivery(unsure), aDelivery({ id: "d2", ...unsure })] });
    expect(tripOf(jobs, jobs).stops[0]!.readyS).toBeGreaterThan(480);
  });

  it("stops at each counter, then at each door, and adds up the cash", () => {
    const deliveries = [
      aDelivery({ cashToCollectMinor: 300 }),
      aDelivery({ id: "d2", pickup: beside, cashToCollectMinor: 200 }),
    ];
    const { jobs } = aModel({ deliveries });
    const trip = tripOf(jobs, [jobs[1]!, jobs[0]!]);
    expect(trip.stops.map(({ kind, job }) => `${kind} ${job.delivery.id}`)).toEqual([
      "pickup d1",
      "pickup d2",
      "dropoff d2",
      "dropoff d1",
    ]);
    expect(trip).toMatchObject({ cashMinor: 500, first: deliveries[0]!.pickup, last: deliveries[0]!.dropoff });
  });

  it("measures each leg once per vehicle", () => {
    let asked = 0;
    const forecast = { travelSeconds: () => (asked += 1), acceptProbability: () => 1 };
    const { jobs, snapshot } = aModel({ forecast });
    const trip = tripOf(jobs, jobs);
    asked = 0;
    expect([...legsOf(trip, "car", snapshot)]).toEqual([0, 1]);
    expect([...legsOf(trip, "car", snapshot)]).toEqual([0, 1]);
    expect([...legsOf(trip, "walker", snapshot)]).toEqual([0, 2]);
  });
});
