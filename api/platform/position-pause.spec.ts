import { afterAll, beforeAll, expect, it } from "vitest";
import { COUNTER, share, startWork } from "#sim/testing/courier-at-work";
import { createMovingClock } from "#sim/testing/moving-clock";
import { createWorld, NOON, type World } from "#sim/testing/world";

// Business time is sent ahead while machine time goes on as it does, as where a day is played fast.
let world: World;
beforeAll(async () => {
  world = await createWorld({}, createMovingClock(NOON));
  await startWork(world, "courier1");
});
afterAll(() => world.close());

/** He is seen there after a while. @returns the latitude that his row has learnt by then */
async function rowAfter(ms: number, lat: number): Promise<number> {
  world.clock.advance(ms);
  await share(world, "courier1", { ...COUNTER, lat });
  await world.deps.positionLog.flush();
  const [row] = await world.owner`select last_lat from couriers where state = 'online'`;
  return row!.last_lat;
}

it("tells the row of a courier at once that he is back after a pause, and spares it while he is heard", async () => {
  expect(await rowAfter(60_000, 41.31)).toBe(41.31);
  expect(await rowAfter(5_000, 41.32)).toBe(41.31);
  expect(await rowAfter(60_000, 41.33)).toBe(41.33);
});
