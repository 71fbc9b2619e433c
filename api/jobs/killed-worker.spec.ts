import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmed, offersTo, startWork } from "#sim/testing/courier-at-work";
import { createMovingClock } from "#sim/testing/moving-clock";
import { startWorker, type WorkerProcess } from "#sim/testing/worker-process";
import { createWorld, NOON, type World } from "#sim/testing/world";

/** The lease of the round lock, and a second for what is left of the machine. */
const TAKEN_OVER_MS = 5_000;
const WAIT = { timeout: 30_000, interval: 50 };

let world: World;
let first: WorkerProcess;
let second: WorkerProcess;
beforeAll(async () => {
  world = await createWorld({}, createMovingClock(NOON));
  [first, second] = await Promise.all([startWorker(world, NOON), startWorker(world, NOON)]);
}, 60_000);
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await world.close();
});

test("a worker that is killed in the middle of a round loses the region to the other within five seconds", async () => {
  await startWork(world, "courier1");
  second.freeze();
  const courier = await holdCourier();
  const { deliveryId } = await confirmed(world);
  await expect.poll(roundHolder, WAIT).not.toBeNull();
  await expect.poll(whoWaitsForTheCourier, WAIT).toBe(1);
  const dead = await roundHolder();

  const killedMs = performance.now();
  await first.kill();
  second.thaw();
  await courier.letGo();
  await expect.poll(async () => (await roundHolder()) !== dead, WAIT).toBe(true);
  const lostAfterMs = performance.now() - killedMs;
  await expect.poll(async () => (await offersTo(world, "courier1")).length, WAIT).toBe(1);

  expect(lostAfterMs).toBeLessThan(TAKEN_OVER_MS);
  const offered = await world.owner`
    select 1 from timeline where delivery_id = ${deliveryId} and action = 'offer' and to_status = 'offered'`;
  expect(offered).toHaveLength(1);
}, 60_000);

/** The lease of the region's round, while somebody has it. */
const roundHolder = () => world.deps.redis.get(world.deps.keys.roundLock(world.seeded.regionId));

/** Holds the courier's row, so that whoever makes them an offer has to wait in the middle of it. */
async function holdCourier(): Promise<{ letGo(): Promise<void> }> {
  const held = await world.owner.reserve();
  await held`begin`;
  await held`select 1 from couriers where id = ${world.seeded.couriers.courier1!} for update`;
  return {
    letGo: async () => {
      await held`rollback`;
      held.release();
    },
  };
}

async function whoWaitsForTheCourier(): Promise<number> {
  const rows = await world.owner`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length;
}
