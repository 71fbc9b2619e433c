import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEADLINES } from "#api/jobs/deadlines";
import { sweepOnce } from "#api/jobs/sweep";
import { assignedTo, COUNTER, ok, share, startWork, statusOf } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const ringing = (kind: string) => world.owner`select * from alerts where kind = ${kind} and state = 'ringing'`;
/** Business time passes, and whatever is due happens. */
const pass = async (ms: number) => {
  world.clock.advance(ms);
  await sweepOnce(world.deps, DEADLINES);
};

/** A reminder, out of dispatch, given up on. */
const SILENCE = [62_000, 121_000, 421_000];
const bring = async (what: string, deliveryId: string, body: unknown = {}, who = "courier1") =>
  ok(await world.as(who).post(`/deliveries/${deliveryId}/${what}`, body));
const onBoardOf = async (courier: string) => {
  const order = await assignedTo(world, courier);
  await bring("pick-up", order.deliveryId, {}, courier);
  return order;
};

describe("a silent courier", () => {
  it("is reminded after a minute, left out after three, and welcomed back", async () => {
    await startWork(world, "courier1");
    await pass(62_000);
    await pass(121_000);
    const steps =
      await world.owner`select body->>'step' as step from notifications where kind = 'courier.nag' order by version`;
    expect(steps.map(({ step }) => step)).toEqual(["slow", "removed"]);
    const nearest = () => world.deps.redis.zcard(world.deps.keys.positions(world.seeded.regionId));
    expect(await nearest()).toBe(0);
    await share(world, "courier1", COUNTER);
    expect(await nearest()).toBe(1);
    await world.deps.positionLog.flush();
    await pass(2_000);
    const [courier] = await world.owner`select nagged_at from couriers where state = 'online'`;
    expect(courier!.nagged_at).toBeNull();
  });

  it("loses after ten minutes what he has not fetched", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await assignedTo(world, "courier1");
    for (const ms of [62_000, 121_000, 421_000]) await pass(ms);
    expect(["waiting", "offered"]).toContain(await statusOf(world, deliveryId));
  });

  it("rings the dispatchers after ten minutes with an order on board, until he is heard", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await assignedTo(world, "courier1");
    ok(await world.as("courier1").post(`/deliveries/${deliveryId}/pick-up`));
    for (const ms of [62_000, 121_000, 421_000]) await pass(ms);
    expect(await statusOf(world, deliveryId)).toBe("picked_up");
    expect(await ringing("courier_silent")).toHaveLength(1);
    await share(world, "courier1", COUNTER);
    await world.deps.positionLog.flush();
    await pass(2_000);
    expect(await ringing("courier_silent")).toHaveLength(0);
  });

  it("loses what he stood at the counter for, too", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await assignedTo(world, "courier1");
    ok(await world.as("courier1").post(`/deliveries/${deliveryId}/arrive`, { at: "pickup" }));
    for (const ms of SILENCE) await pass(ms);
    expect(["waiting", "offered"]).toContain(await statusOf(world, deliveryId));
  });

  it("is noticed on a break, too, while he carries something, and else left in peace", async () => {
    for (const courier of ["courier1", "courier2"]) await startWork(world, courier);
    const { deliveryId } = await onBoardOf("courier1");
    for (const courier of ["courier1", "courier2"]) ok(await world.as(courier).post("/couriers/me/take-break"));
    for (const ms of SILENCE) await pass(ms);
    expect(await statusOf(world, deliveryId)).toBe("picked_up");
    expect(await ringing("courier_silent")).toMatchObject([{ subject_id: world.seeded.couriers.courier1 }]);
    expect(
      await world.owner`select 1 from notifications where kind = 'courier.nag'
      and subject_id = ${world.seeded.couriers.courier2!}`,
    ).toHaveLength(0);
  });

  it.each([
    ["handed everything over", (id: string, pin: string) => bring("hand-over", id, { proof: { kind: "pin", pin } })],
    ["brought back what nobody took", (id: string) => bring("fail", id, { reason: "customer_refused" })],
  ])("who %s rings nobody any more", async (_, end) => {
    await startWork(world, "courier1");
    const { deliveryId, pin } = await onBoardOf("courier1");
    for (const ms of SILENCE) await pass(ms);
    expect(await ringing("courier_silent")).toHaveLength(1);
    await end(deliveryId, pin);
    expect(await ringing("courier_silent")).toHaveLength(0);
  });

  it("whose bot was blocked rings until it can write to him again", async () => {
    await startWork(world, "courier1");
    await onBoardOf("courier1");
    const him = { telegramId: 9_000_021, firstName: "Rustam" };
    ok(await world.asBot("courier").post("/people/unreachable", him));
    expect(await ringing("courier_silent")).toHaveLength(1);
    ok(await world.asBot("courier").post("/people/meet", him));
    expect(await ringing("courier_silent")).toHaveLength(0);
  });

  it("in trouble presses one button, and it rings once however often", async () => {
    await startWork(world, "courier1");
    ok(await world.as("courier1").post("/couriers/me/panic"));
    ok(await world.as("courier1").post("/couriers/me/panic"));
    expect(await ringing("courier_panic")).toHaveLength(1);
    expect((await world.as("customer").post("/couriers/me/panic")).status).toBe(403);
  });
});

describe("a suspended courier", () => {
  const suspend = async (courier: string) =>
    ok(await world.as("dispatcher").post(`/couriers/${world.seeded.couriers[courier]}/suspend`));

  it("loses at once what he has not fetched", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await assignedTo(world, "courier1");
    await suspend("courier1");
    expect(await statusOf(world, deliveryId)).toBe("waiting");
    expect(await ringing("courier_silent")).toHaveLength(0);
  });

  it("rings for what he has on board until a dispatcher has seen to it", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await onBoardOf("courier1");
    await suspend("courier1");
    const [alert] = await ringing("courier_silent");
    expect(alert).toMatchObject({ details: { onBoard: [{ deliveryId }] } });
    ok(await world.as("dispatcher").post(`/alerts/${alert!.id}/acknowledge`));
    await pass(540_000);
    expect(await ringing("courier_silent")).toHaveLength(0);
    await pass(120_000);
    expect(await ringing("courier_silent")).toHaveLength(1);
    await bring("hand-over", deliveryId, { proof: { kind: "staff" } }, "dispatcher");
    await pass(120_000);
    expect(await ringing("courier_silent")).toHaveLength(0);
  });

  it("of whom a dispatcher of one branch decides loses what he fetches from another, too", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await assignedTo(world, "courier1");
    await world.owner`update memberships set branch_id = ${world.seeded.branches.burger!} where role = 'dispatcher'`;
    await suspend("courier1");
    expect(await statusOf(world, deliveryId)).toBe("waiting");
  });
});

describe("a late order", () => {
  it("rings the dispatchers once, and its customer hears that we know", async () => {
    const { orderId } = await (async () => {
      await startWork(world, "courier1");
      return assignedTo(world, "courier1");
    })();
    await pass(3 * 3_600_000);
    await pass(2_000);
    expect(await world.owner`select 1 from alerts where kind = 'order_late' and subject_id = ${orderId}`).toHaveLength(
      1,
    );
    const news =
      await world.owner`select 1 from notifications where subject_id = ${orderId} and body->>'news' = 'later'`;
    expect(news).toHaveLength(1);
  });

  it("rings again ten minutes after somebody took it and nothing came of it, and tells its customer no second time", async () => {
    await startWork(world, "courier1");
    const { orderId } = await assignedTo(world, "courier1");
    await pass(3 * 3_600_000);
    const [late] = await ringing("order_late");
    ok(await world.as("dispatcher").post(`/alerts/${late!.id}/acknowledge`));
    await pass(540_000);
    expect(await ringing("order_late")).toHaveLength(0);
    await pass(120_000);
    expect(await ringing("order_late")).toMatchObject([{ subject_id: orderId }]);
    const news =
      await world.owner`select 1 from notifications where subject_id = ${orderId} and body->>'news' = 'later'`;
    expect(news).toHaveLength(1);
  });
});
