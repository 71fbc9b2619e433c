import { Queue } from "bullmq";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectRedis } from "#api/platform/redis";
import { toShortId } from "#shared/kernel/ids";
import { confirmed, offersTo, ok, round, startWork, statusOf } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";
import { LARGE_ROUND_MS, SMALL_FLEET } from "./read-snapshot";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** One more than a small fleet has, all at work. */
async function hireMany(): Promise<void> {
  const { organisationId, regionId } = world.seeded;
  await world.owner`
    with people as (
      insert into accounts (id, telegram_id, language, created_at)
      select gen_random_uuid(), 7000000 + n, 'en', now() from generate_series(1, ${SMALL_FLEET + 1}) n returning id
    )
    insert into couriers (organisation_id, id, account_id, region_id, vehicle, capacity, status, state, state_at, rating_sum,
      rating_count, offers_decided, offers_accepted, currency, daily_guarantee_minor, cash_limit_minor, created_at)
    select ${organisationId}, gen_random_uuid(), id, ${regionId}, 'car', 3, 'active', 'online', now(), 0, 0, 0, 0, 'UZS', 0,
      0, now() from people`;
}

it("lets a large fleet's rounds follow each other at their distance, and wakes whoever came too soon", async () => {
  await hireMany();
  await confirmed(world);
  expect(await round(world)).toBe("ran");
  const nextMs = world.clock.now().getTime() + LARGE_ROUND_MS;
  world.clock.advance(LARGE_ROUND_MS / 2);
  expect(await round(world)).toBe("early");

  const { deps, seeded } = world;
  const connection = connectRedis(deps.config.REDIS_URL, "large-fleet");
  const queue = new Queue("dispatch", { connection, prefix: deps.keys.queues() });
  expect(await queue.getJob(`${toShortId(seeded.regionId)}-${nextMs}`)).toMatchObject({ delay: LARGE_ROUND_MS / 2 });
  await queue.close();
  connection.disconnect();

  world.clock.advance(LARGE_ROUND_MS / 2);
  expect(await round(world)).toBe("ran");
});

/** Both of the seed's couriers at the counter, and an order that one of them has just turned down. */
async function turnedDownByOne() {
  await hireMany();
  await startWork(world, "courier1");
  await startWork(world, "courier2");
  const { deliveryId } = await confirmed(world);
  expect(await round(world)).toBe("ran");
  const [offer] = await offersTo(world, "courier1");
  const [asked, other] = offer ? ["courier1", "courier2"] : ["courier2", "courier1"];
  const [open] = offer ? [offer] : await offersTo(world, "courier2");
  world.clock.advance(5_000);
  ok(await world.as(asked!).post(`/offers/${open!.id}/decline`, { reason: "too_far" }));
  return { deliveryId, asked: asked!, other: other! };
}

it("offers on at once what a courier has turned down, and lets new orders wait for the whole round", async () => {
  const { deliveryId, asked, other } = await turnedDownByOne();
  const fresh = await confirmed(world);
  expect(await round(world)).toBe("ran");
  expect(await offersTo(world, asked)).toHaveLength(0);
  expect(await offersTo(world, other)).toMatchObject([{ mode: "exclusive" }]);
  expect(await statusOf(world, deliveryId)).toBe("offered");
  expect(await statusOf(world, fresh.deliveryId)).toBe("waiting");
  expect(await round(world)).toBe("early");
});

it("counts the next whole round from the last whole one, and records what a follow-up looked at", async () => {
  const { deliveryId } = await turnedDownByOne();
  await round(world);
  const rounds = await world.owner`select whole, delivery_ids from dispatch_rounds order by at`;
  expect(rounds).toEqual([
    { whole: true, delivery_ids: [deliveryId] },
    { whole: false, delivery_ids: [deliveryId] },
  ]);
  await confirmed(world);
  world.clock.advance(LARGE_ROUND_MS - 5_000);
  expect(await round(world)).toBe("ran");
  expect(await world.owner`select 1 from dispatch_rounds where whole`).toHaveLength(2);
});

it("waits for the whole round where Redis has forgotten who is near", async () => {
  const { deliveryId } = await turnedDownByOne();
  await world.deps.redis.del(world.deps.keys.positions(world.seeded.regionId));
  expect(await round(world)).toBe("early");
  expect(await statusOf(world, deliveryId)).toBe("waiting");
});
