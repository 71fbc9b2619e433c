import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aCourier, aDelivery } from "../testing/small-world";
import { bestTrip } from "./best-trip";
import { improve, insertions, relocate, without } from "./local-search";
import type { Model } from "./model";
import { assign, emptyPlan, type Plan, planCost } from "./plan";

const west = { lat: 41.3, lng: 69.2 };
const east = { lat: 41.3, lng: 69.3 };
const couriers = [aCourier({ id: "west", position: west }), aCourier({ id: "east", position: east })];
const at = (id: string, place: typeof west) => aDelivery({ id, pickup: place, dropoff: place, keepApartFrom: "all" });
const alone = (model: Model, job: number) => bestTrip([model.jobs[job]!], model)!;
const all = (model: Model) => model.jobs.map(() => model.riders.map((_, rider) => rider));
const drives = (plan: Plan) =>
  plan.routes.map(({ trips }) => trips.flatMap(({ jobs }) => jobs.map((job) => job.index)));

describe("the local search", () => {
  it("lets two couriers exchange what the other is nearer to", () => {
    const model = aModel({ couriers, deliveries: [at("d-east", east), at("d-west", west)] });
    const plan = emptyPlan(model);
    assign(plan, 0, [alone(model, 0)], model);
    assign(plan, 1, [alone(model, 1)], model);
    improve(plan, all(model), model);
    expect(drives(plan)).toEqual([[1], [0]]);
  });

  it("merges two orders of one counter and one street", () => {
    const model = aModel({ couriers: couriers.slice(0, 1), deliveries: [aDelivery(), aDelivery({ id: "d2" })] });
    const plan = emptyPlan(model);
    assign(plan, 0, [alone(model, 0), alone(model, 1)], model);
    improve(plan, all(model), model);
    expect(plan.routes[0]!.trips.map(({ jobs }) => jobs.length)).toEqual([2]);
  });

  it("takes up an order that nobody has", () => {
    const model = aModel({ couriers, deliveries: [at("d-east", east)] });
    const plan = emptyPlan(model);
    expect(relocate(plan, model.jobs[0]!, [0, 1], model)).toBe(true);
    expect(drives(plan)).toEqual([[], [0]]);
    expect(relocate(plan, model.jobs[0]!, [0, 1], model)).toBe(false);
  });

  it("never makes a plan dearer, and stops when the steps are spent", () => {
    const deliveries = Array.from({ length: 12 }, (_, i) =>
      aDelivery({ id: `d${i}`, dropoff: { lat: 41.28 + (i % 4) / 100, lng: 69.2 + i / 100 } }),
    );
    const costAfter = (budgetSteps: number) => {
      const model = aModel({ couriers, deliveries, budgetSteps });
      const plan = emptyPlan(model);
      for (const job of model.jobs) relocate(plan, job, [0, 1], { ...model, stepsLeft: 1_000 });
      improve(plan, all(model), model);
      return planCost(plan, model);
    };
    expect(costAfter(100_000)).toBeLessThanOrEqual(costAfter(200));
    expect(costAfter(200)).toBeLessThanOrEqual(costAfter(1));
  });

  it("plans no more trips ahead than the settings say", () => {
    const model = aModel({ couriers, deliveries: [at("a", west), at("b", west), at("c", west)] }, { tripsAhead: 2 });
    const two = [alone(model, 0), alone(model, 1)];
    expect(insertions(two, model.jobs[2]!, model)).toEqual([]);
    expect(insertions(two.slice(0, 1), model.jobs[2]!, model)).toHaveLength(2);
  });

  it("leaves the others of a trip together when one is taken out", () => {
    const model = aModel({ deliveries: [aDelivery(), aDelivery({ id: "d2" }), aDelivery({ id: "d3" })] });
    const rest = without([bestTrip(model.jobs, model)!], model.jobs[1]!, model)!;
    expect(rest.map(({ jobs }) => jobs.map((job) => job.delivery.id).sort())).toEqual([["d1", "d3"]]);
  });
});
