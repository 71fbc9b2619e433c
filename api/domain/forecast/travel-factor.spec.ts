import { describe, expect, test } from "vitest";
import { distanceMetres } from "#shared/kernel/geo";
import { travelSeconds } from "#shared/kernel/vehicle";
import type { Moments } from "./moments";
import { cellBelief, cellOf, factorOf, type Leg, learnLeg, legBelief, usualVehicle } from "./travel-factor";

const old: Leg = { from: { lat: 41.31, lng: 69.24 }, to: { lat: 41.33, lng: 69.27 }, vehicle: "motorcycle", hour: 18 };
const far = { lat: 41.6, lng: 69.9 };
const usual = (leg: Leg) => travelSeconds(distanceMetres(leg.from, leg.to), leg.vehicle);
const ridden = (statistics: Map<string, Moments>, leg: Leg, factor: number, times: number) => {
  for (let i = 0; i < times; i++) learnLeg(statistics, leg, { seconds: usual(leg) * factor, atMs: i });
};
const factor = (statistics: Map<string, Moments>, leg: Leg) => Math.exp(legBelief(statistics, leg).mean);

describe("travel", () => {
  test("takes as long as by default while nobody has ridden", () => {
    expect(factor(new Map(), old)).toBe(1);
  });

  test("takes in a cell what rides there have taken", () => {
    const statistics = new Map<string, Moments>();
    ridden(statistics, old, 1.6, 400);
    expect(factor(statistics, old)).toBeCloseTo(1.6, 1);
  });

  test("lends to strange cells what the city has shown, to other vehicles nothing", () => {
    const statistics = new Map<string, Moments>();
    ridden(statistics, old, 1.6, 400);
    const strange = cellBelief(statistics, { cell: cellOf(far), vehicle: "motorcycle", hour: 3 });
    expect(Math.exp(strange.mean)).toBeGreaterThan(1.5);
    expect(factor(statistics, { ...old, vehicle: "walker" })).toBe(1);
  });

  test("stays near 1 after a single slow ride", () => {
    const statistics = new Map<string, Moments>();
    ridden(statistics, old, 3, 1);
    expect(factor(statistics, old)).toBeLessThan(1.3);
  });

  test("learns nothing of a pause, of a late tap, or from door to next door", () => {
    const door = { ...old, to: { lat: 41.3101, lng: 69.2401 } };
    expect(factorOf(old, usual(old) * 10)).toBeNull();
    expect(factorOf(old, 1)).toBeNull();
    expect(factorOf(door, 60)).toBeNull();
  });

  test("assumes the vehicle that most ride here", () => {
    const statistics = new Map<string, Moments>();
    expect(usualVehicle(statistics)).toBe("car");
    ridden(statistics, { ...old, vehicle: "bicycle" }, 1, 3);
    expect(usualVehicle(statistics)).toBe("bicycle");
  });
});
