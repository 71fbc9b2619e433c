import { afterAll, expect, test } from "vitest";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";
import { PURGED, purge } from "./purge";

const DAY_MS = 86_400_000;
const world = await createWorld();
afterAll(() => world.close());

const count = async (table: string): Promise<number> => {
  const [row] = await world.owner<{ n: number }[]>`select count(*)::int as n from ${world.owner(table)}`;
  return row!.n;
};

test("Of a season's notifications only those that still wait are kept, and nothing of the business goes", async () => {
  const { id } = await placed(world);
  const [waiting] = await world.owner<{ id: string }[]>`select id from notifications limit 1`;
  await world.owner`update notifications set state = 'sent' where id <> ${waiting!.id}`;
  const sent = (await count("notifications")) - 1;
  expect(sent).toBeGreaterThan(0);
  world.clock.advance(89 * DAY_MS);
  expect((await purge(world.deps)).notifications).toBe(0);
  world.clock.advance(2 * DAY_MS);
  const forgotten = await Promise.all([purge(world.deps), purge(world.deps)]);
  expect(forgotten.reduce((sum, { notifications }) => sum + notifications!, 0)).toBe(sent);
  expect(await world.owner`select id from notifications`).toEqual([{ id: waiting!.id }]);
  expect(await world.owner`select id from orders`).toEqual([{ id }]);
});

test("An idempotency key is kept until its time is over", async () => {
  await placed(world);
  const kept = await count("idempotency_keys");
  expect(kept).toBeGreaterThan(0);
  expect((await purge(world.deps)).idempotency_keys).toBe(0);
  await world.owner`update idempotency_keys set expires_at = '2020-01-01'`;
  expect((await purge(world.deps)).idempotency_keys).toBe(kept);
});

test("Every table that is emptied has an index by which its old rows are found", async () => {
  for (const { table, column } of PURGED) {
    const [found] = await world.owner`
      select 1 from pg_indexes where tablename = ${table} and indexdef ~ ${`\\(${column}`}`;
    expect(found, table).toBeDefined();
  }
});
