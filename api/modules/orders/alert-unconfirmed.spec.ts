import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEADLINES } from "#api/jobs/deadlines";
import { sweepOnce } from "#api/jobs/sweep";
import { ok } from "#sim/testing/courier-at-work";
import { placed } from "#sim/testing/place";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const MINUTE_MS = 60_000;
/** No alarm comes: nothing but the rows says what is due. */
const pass = async (ms: number) => {
  world.clock.advance(ms);
  await sweepOnce(world.deps, DEADLINES);
};
const alertsOf = (orderId: string) =>
  world.owner<{ id: string; state: string }[]>`
    select id, state from alerts where subject_id = ${orderId} and kind = 'order_unconfirmed' order by opened_at, id`;
const take = async (orderId: string) => {
  const ringing = (await alertsOf(orderId)).find(({ state }) => state === "ringing");
  ok(await world.as("dispatcher").post(`/alerts/${ringing!.id}/acknowledge`));
};
const states = async (orderId: string) => (await alertsOf(orderId)).map(({ state }) => state);

describe("a new order that somebody took and nobody confirmed", () => {
  it("is quiet for ten minutes and then rings again, for as long as it takes, without any alarm", async () => {
    const { id } = await placed(world);
    await take(id);
    await pass(9 * MINUTE_MS);
    expect(await states(id)).toEqual(["acknowledged"]);
    await pass(2 * MINUTE_MS);
    expect(await states(id)).toEqual(["acknowledged", "ringing"]);
    await take(id);
    await pass(11 * MINUTE_MS);
    expect(await states(id)).toEqual(["acknowledged", "acknowledged", "ringing"]);
  });

  it("is one alert when two workers look at it at once", async () => {
    const { id } = await placed(world);
    await take(id);
    world.clock.advance(11 * MINUTE_MS);
    await Promise.all([1, 2, 3].map(() => sweepOnce(world.deps, DEADLINES)));
    expect(await states(id)).toEqual(["acknowledged", "ringing"]);
  });

  it("rings no more once it is confirmed", async () => {
    const { id } = await placed(world);
    await take(id);
    ok(await world.as("kitchen").post(`/orders/${id}/confirm`));
    await pass(11 * MINUTE_MS);
    expect(await states(id)).toEqual(["acknowledged"]);
  });

  it("of another day rings nobody before its time", async () => {
    const scheduledFor = new Date(world.clock.now().getTime() + 5 * 60 * MINUTE_MS).toISOString();
    const { id } = await placed(world, { scheduledFor });
    await pass(11 * MINUTE_MS);
    expect(await states(id)).toEqual([]);
  });
});
