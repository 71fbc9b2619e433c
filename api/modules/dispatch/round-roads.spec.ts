import { afterAll, beforeAll, expect, test } from "vitest";
import { distanceMetres } from "#shared/kernel/geo";
import { STAND_IN_METRES_PER_SECOND, type StandInRouter, startStandInRouter } from "#sim/roads/stand-in-router";
import { COUNTER, confirmed, round, startWork } from "#sim/testing/courier-at-work";
import { DOOR } from "#sim/testing/place";
import { createWorld, type World } from "#sim/testing/world";
import { readSnapshot } from "./read-snapshot";

let world: World;
let router: StandInRouter;
const HERE = { lat: 41.34, lng: 69.24 };

beforeAll(async () => {
  router = startStandInRouter();
  world = await createWorld({ ROUTER: "osrm", ROUTER_URL: router.url });
  await startWork(world, "courier1", HERE);
  await confirmed(world);
});
afterAll(async () => {
  await world.close();
  router.stop();
});

const read = () =>
  readSnapshot(world.deps, { organisationId: world.seeded.organisationId, regionId: world.seeded.regionId });

test("a round does not wait for a router: the first one decides by distance", async () => {
  router.mood.delayMs = 2_000;
  const { facts } = await read();
  expect(facts.roads).toEqual({});
  router.mood.delayMs = 0;
});

test("the next round rides as the router says, and its record keeps the seconds", async () => {
  await expect.poll(async () => Object.keys((await read()).facts.roads).length, { timeout: 10_000 }).toBeGreaterThan(0);
  const { snapshot } = await read();
  const { vehicle } = snapshot.couriers[0]!;
  const seconds = snapshot.forecast.travelSeconds(COUNTER, DOOR, vehicle, snapshot.nowMs);
  expect(seconds).toBeCloseTo(distanceMetres(COUNTER, DOOR) / STAND_IN_METRES_PER_SECOND, 0);
  await round(world);
  const [row] = await world.owner`select forecast -> 'roads' as roads from dispatch_rounds order by at desc limit 1`;
  expect(Object.keys(row!.roads).length).toBeGreaterThan(0);
});
