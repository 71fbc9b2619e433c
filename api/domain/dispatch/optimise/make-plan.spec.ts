import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aCourier, aDelivery } from "../testing/small-world";
import { candidateArcs } from "./candidates";
import { makePlan } from "./make-plan";
import { jobsOf } from "./plan";
import { routeCost } from "./route";

const place = fc.record({
  lat: fc.double({ min: 41.27, max: 41.33, noNaN: true }),
  lng: fc.double({ min: 69.22, max: 69.28, noNaN: true }),
});
const world = fc.record({
  at: fc.array(place, { maxLength: 6 }),
  doors: fc.array(place, { maxLength: 9 }),
  budgetSteps: fc.constantFrom(1, 300, 20_000),
});
const modelOf = ({ at, doors, budgetSteps }: { at: object[]; doors: object[]; budgetSteps: number }) =>
  aModel({
    couriers: at.map((position, i) => aCourier({ id: `c${i}`, position: position as never })),
    deliveries: doors.map((dropoff, i) => aDelivery({ id: `d${i}`, dropoff: dropoff as never })),
    budgetSteps,
  });

describe("a round's plan", () => {
  it("has every order in one place at most, and says where, at the cost that it says", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const model = modelOf(drawn);
        const plan = makePlan(model, candidateArcs(model));
        const seen: number[] = [];
        for (const { rider, trips, costS } of plan.routes) {
          expect(costS).toBeCloseTo(routeCost(rider, trips, model), 6);
          for (const { index } of jobsOf(trips)) {
            expect(plan.riderOf[index]).toBe(rider.index);
            seen.push(index);
          }
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(plan.riderOf.filter((rider) => rider >= 0)).toHaveLength(seen.length);
      }),
      { numRuns: 100 },
    );
  });

  it("leaves nobody out while there is a courier and a step to spend", () => {
    const doors = Array.from({ length: 5 }, (_, i) => ({ lat: 41.28 + i / 100, lng: 69.25 }));
    const model = modelOf({
      at: [
        { lat: 41.3, lng: 69.25 },
        { lat: 41.31, lng: 69.25 },
      ],
      doors,
      budgetSteps: 20_000,
    });
    expect([...makePlan(model, candidateArcs(model)).riderOf]).not.toContain(-1);
  });
});
