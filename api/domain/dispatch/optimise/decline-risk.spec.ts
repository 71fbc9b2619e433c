import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aBranch, aCourier, aDelivery, aSnapshot } from "../testing/small-world";
import { bestTrip } from "./best-trip";
import { declineRiskS } from "./decline-risk";
import { optimisedPolicy } from "./optimised-policy";

const { forecast } = aSnapshot();
const saying = (chanceOf: (id: string) => number) => ({
  ...forecast,
  acceptProbability: ({ id }: { id: string }) => chanceOf(id),
});
const riskOf = (chance: number) => {
  const model = aModel({ forecast: saying(() => chance), branches: [aBranch({ offerSeconds: 45 })] });
  return declineRiskS(bestTrip([model.jobs[0]!], model)!, model.riders[0]!, model);
};
const west = { lat: 41.3, lng: 69.248 };
const east = { lat: 41.3, lng: 69.2521 };
const couriers = [aCourier({ id: "west", position: west }), aCourier({ id: "east", position: east })];
const chosen = (chanceOf: (id: string) => number) =>
  optimisedPolicy().decide(aSnapshot({ couriers, forecast: saying(chanceOf) }));

describe("what a courier's no is expected to cost", () => {
  it("is the offer's life and a round, times the chance of it", () => {
    expect(riskOf(0.5)).toBe(0.5 * (45 + 30));
    expect(riskOf(0)).toBe(75);
  });

  it("is nothing when he always says yes, or nobody knows", () => {
    expect([1, 1.2, Number.NaN, Number.POSITIVE_INFINITY].map(riskOf)).toEqual([0, 0, 0, 0]);
  });

  it("asks somebody else when the nearest hardly ever comes", () => {
    expect(chosen(() => 0.8).offers[0]!.courierIds).toEqual(["west"]);
    expect(chosen((id) => (id === "west" ? 0.1 : 0.9)).offers[0]!.courierIds).toEqual(["east"]);
  });

  it("changes no choice while all are alike, and stands with the reasons", () => {
    const { offers, explanations } = chosen(() => 0.6);
    expect(offers[0]!.courierIds).toEqual(chosen(() => 1).offers[0]!.courierIds);
    expect(offers[0]!.reasons[0]).toMatchObject({ declineRiskSeconds: 0.4 * 60 });
    expect(explanations[0]!.candidates[0]!.reasons).toMatchObject({ declineRiskSeconds: 0.4 * 60 });
  });

  it("tells the forecast how far he rides and what the trip pays", () => {
    const asks: unknown[] = [];
    const model = aModel({
      couriers: [aCourier({ position: west })],
      deliveries: [aDelivery()],
      forecast: { ...forecast, acceptProbability: (_, ask) => asks.push(ask) },
    });
    const trip = bestTrip([model.jobs[0]!], model)!;
    declineRiskS(trip, model.riders[0]!, model);
    declineRiskS(trip, model.riders[0]!, model);
    expect(asks).toEqual([{ pickupMetres: expect.closeTo(167, 0), payMinor: 1_000 + 220, atMs: model.snapshot.nowMs }]);
  });
});
