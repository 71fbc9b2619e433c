import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CourierView } from "#shared/contracts/courier";
import { COUNTER, ok, share, startWork } from "#sim/testing/courier-at-work";
import { DOOR } from "#sim/testing/place";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const rowPosition = async () => {
  await world.deps.positionLog.flush();
  const courier = await world.as("dispatcher").get(`/couriers/${world.seeded.couriers.courier1}`);
  return ok<CourierView>(courier).position;
};

describe("the row of a courier", () => {
  it("learns the last place of one who falls silent, however soon it came after the one before", async () => {
    await startWork(world, "courier1", COUNTER);
    expect(await rowPosition()).toMatchObject(COUNTER);
    world.clock.advance(7_000);
    await share(world, "courier1", DOOR);
    expect(await rowPosition()).toMatchObject(COUNTER);
    world.clock.advance(8_000);
    expect(await rowPosition()).toMatchObject({ lat: DOOR.lat, lng: DOOR.lng });
  });
});
