import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmed, offersTo, startWork, statusOf } from "#sim/testing/courier-at-work";
import { createMovingClock } from "#sim/testing/moving-clock";
import { placed } from "#sim/testing/place";
import { createWorld, NOON, type World } from "#sim/testing/world";
import { startAlarmWorkers } from "./alarm-workers";
import { DEADLINES } from "./deadlines";
import { startSweeper } from "./sweep";

/** Half a minute of an offer's life in three seconds. */
const SPEED = 10;

let world: World;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  world = await createWorld({}, createMovingClock(NOON, SPEED));
  for (let worker = 0; worker < 2; worker += 1) {
    stops.push(startAlarmWorkers(world.deps, DEADLINES));
    stops.push(startSweeper(world.deps, DEADLINES));
  }
});
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await world.close();
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await Bun.sleep(50);
  }
  throw new Error("it did not come to that");
}

/** Or the courier would not be taken at his word. */
const shown = () => world.asBot("courier").post("/notifications/claim", { limit: 10 });

describe("two workers at once", () => {
  it("find a courier by themselves, and let an unanswered offer run out once", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await confirmed(world);
    await until(async () => (await offersTo(world, "courier1")).length === 1);
    await shown();
    await until(async () => (await world.owner`select 1 from offers where status = 'expired'`).length >= 1);
    await until(async () => (await world.owner`select 1 from offers`).length >= 2);
    const lapses = await world.owner`
      select 1 from timeline where delivery_id = ${deliveryId} and action = 'lapse'`;
    const over = await world.owner`select 1 from offers where status in ('expired', 'withdrawn')`;
    expect(lapses.length).toBe(over.length);
    expect(["waiting", "offered"]).toContain(await statusOf(world, deliveryId));
    const [courier] = await world.owner`
      select offers_decided = (select count(*) from offers where status = 'expired' and mode = 'exclusive') as counted
      from couriers where state = 'online'`;
    expect(courier!.counted).toBe(true);
  });

  it("ring an alert no more often than one of them would", async () => {
    await placed(world); // and nobody confirms it
    await until(async () => (await world.owner`select 1 from alerts where rings >= 3`).length >= 1);
    const [alert] = await world.owner`select id, rings from alerts where rings >= 3 limit 1`;
    const rings = await world.owner`
      select at - lag(at) over (order by ring) >= interval '30 seconds' as apart from alert_rings
      where alert_id = ${alert!.id}`;
    expect(rings.slice(1).every(({ apart }) => apart)).toBe(true);
  });
});
