import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Vehicle } from "#shared/kernel/vehicle";
import { STAND_IN_METRES_PER_SECOND, type StandInRouter, startStandInRouter } from "#sim/roads/stand-in-router";
import { createRoadCache } from "./road-cache";
import { createRoadMatrix } from "./road-matrix";

const KITCHEN = { lat: 41.31, lng: 69.24 };
const DOOR = { lat: 41.33, lng: 69.27 };
const OTHER = { lat: 41.35, lng: 69.2 };

let router: StandInRouter;
beforeEach(() => {
  router = startStandInRouter();
});
afterEach(() => router.stop());

describe.each(["osrm", "valhalla"] as const)("roads of %s", (kind) => {
  const roads = (nowMs = () => 0) => {
    const { prefetch, known } = createRoadCache(createRoadMatrix(kind, router.url), nowMs);
    const seconds = (from: Point, to: Point, vehicle: Vehicle) =>
      Object.values(known([from], [to], vehicle))[0] ?? null;
    return { prefetch, seconds };
  };

  test("are known for all pairs that were asked for, each in its direction", async () => {
    const { prefetch, seconds } = roads();
    await prefetch([KITCHEN, OTHER], [DOOR], "motorcycle");
    const expected = distanceMetres(OTHER, DOOR) / STAND_IN_METRES_PER_SECOND;
    expect(seconds(OTHER, DOOR, "motorcycle")).toBeCloseTo(expected, 1);
    expect(seconds(DOOR, OTHER, "motorcycle")).toBeNull();
    expect(seconds(KITCHEN, DOOR, "walker")).toBeNull();
  });

  test("are asked for once, and again when they are old", async () => {
    let nowMs = 0;
    const { prefetch } = roads(() => nowMs);
    await prefetch([KITCHEN], [DOOR], "car");
    await prefetch([KITCHEN], [DOOR], "car");
    expect(router.asked()).toBe(1);
    nowMs = 3_600_000;
    await prefetch([KITCHEN], [DOOR], "car");
    expect(router.asked()).toBe(2);
  });

  test.each([
    ["hangs", { delayMs: 2_000 }],
    ["fails", { status: 503 }],
    ["talks nonsense", { nonsense: true }],
  ])("are done without when the router %s", async (_, mood) => {
    Object.assign(router.mood, mood);
    const { prefetch, seconds } = roads();
    await prefetch([KITCHEN], [DOOR], "car");
    expect(seconds(KITCHEN, DOOR, "car")).toBeNull();
  });

  test("of more places than one question holds are asked for one question after another", async () => {
    const { prefetch, seconds } = roads();
    const doors = Array.from({ length: 70 }, (_, i) => ({ lat: 41.3 + i / 1_000, lng: 69.27 }));
    await prefetch([KITCHEN], doors, "car");
    expect(seconds(KITCHEN, doors[69]!, "car")).toBeNull();
    await prefetch([KITCHEN], doors, "car");
    expect(seconds(KITCHEN, doors[69]!, "car")).not.toBeNull();
    expect(router.asked()).toBe(2);
  });

  test("are no longer asked of a router that failed three times in a row", async () => {
    router.mood.status = 503;
    const { prefetch } = roads();
    for (let i = 0; i < 6; i++) await prefetch([KITCHEN], [DOOR], "car");
    expect(router.asked()).toBe(3);
  });
});
