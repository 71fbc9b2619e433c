import { afterEach, beforeEach, expect, it } from "vitest";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import type { Id } from "#shared/kernel/ids";
import { confirmed, startWork } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";
import { readLoadsAt } from "./known-loads";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const loadsAt = async (...moments: number[]) => {
  const { organisationId } = world.seeded;
  const [branch] = await world.owner<{ region_id: Id }[]>`select region_id from branches limit 1`;
  const region = { organisationId, regionId: branch!.region_id };
  return withActor(world.deps, systemActor(organisationId), async ({ tx }) => {
    const loadOf = await readLoadsAt(world.deps, tx, region, moments);
    return moments.map(loadOf);
  });
};
const nowMs = () => world.clock.now().getTime();

it("how busy it was is open orders, and the one asked about, by couriers on duty; unknown where nobody was", async () => {
  const before = nowMs();
  world.clock.advance(60_000);
  await startWork(world, "courier1");
  await startWork(world, "courier2");
  const calm = nowMs();
  world.clock.advance(60_000);
  await confirmed(world);
  expect(await loadsAt(before, calm, nowMs())).toEqual([null, 1 / 2, 2 / 2]);
});

it("how busy it was is counted once for each moment", async () => {
  await startWork(world, "courier1");
  const calm = nowMs();
  expect(await loadsAt(calm)).toEqual([1]);
  await world.owner`delete from shifts`;
  expect(await loadsAt(calm, calm + 1)).toEqual([1, null]);
});
