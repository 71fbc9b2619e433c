import { Queue } from "bullmq";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectRedis } from "#api/platform/redis";
import { toShortId } from "#shared/kernel/ids";
import { confirmed, round } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";
import { LARGE_ROUND_MS, SMALL_FLEET } from "./read-snapshot";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

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
