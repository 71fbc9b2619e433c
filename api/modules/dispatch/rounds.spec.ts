import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEADLINES } from "#api/jobs/deadlines";
import { dispatch } from "#api/jobs/dispatch.job";
import { sweepOnce } from "#api/jobs/sweep";
import { refillPositions } from "#api/modules/couriers/refill-positions";
import { lockOrder } from "#api/modules/orders/lock-order";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import { COUNTER, confirmed, offersTo, ok, round, share, startWork, statusOf } from "#sim/testing/courier-at-work";
import { placed } from "#sim/testing/place";
import { createWorld, type World } from "#sim/testing/world";
import { applyOffer } from "./apply-offer";
import { decideParts, type RoundPart } from "./decide-parts";
import { readSnapshot } from "./read-snapshot";
import { ROUND_LEASE_MS, withRoundLock } from "./round-lock";
import { runRounds } from "./run-rounds";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const where = () => ({ organisationId: world.seeded.organisationId, regionId: world.seeded.regionId });
const ringing = (kind: string) => world.owner`select * from alerts where kind = ${kind} and state = 'ringing'`;
/** The bot has it in hand: who does not answer now says no. */
const shown = async () => ok(await world.asBot("courier").post("/notifications/claim", { limit: 10 }));
/** Lets everything that is due happen, a step of business time at a time; positions stay fresh. */
async function live(totalMs: number, couriers: readonly string[] = [], stepMs = 10_000): Promise<void> {
  for (let passed = 0; passed < totalMs; passed += stepMs) {
    world.clock.advance(stepMs);
    for (const courier of couriers) await share(world, courier, COUNTER);
    await sweepOnce(world.deps, DEADLINES);
    await shown();
  }
}

const roundOf = ({ snapshot, versions }: Awaited<ReturnType<typeof readSnapshot>>, { decisions }: RoundPart) => ({
  ...where(),
  nowMs: snapshot.nowMs,
  versions,
  ladder: decisions.ladder,
});

describe("a dispatch round", () => {
  it("never runs twice at once in a region", async () => {
    await startWork(world, "courier1");
    await confirmed(world);
    const outcomes = await Promise.all([round(world), round(world), round(world)]);
    expect(outcomes.filter((outcome) => outcome === "busy").length).toBeGreaterThan(0);
    expect(await offersTo(world, "courier1")).toHaveLength(1);
  });

  it("changes nothing by a decision that has become stale, even without its lock", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await confirmed(world);
    const read = await readSnapshot(world.deps, where());
    const [part] = decideParts(read.snapshot);
    ok(await world.as("dispatcher").put(`/deliveries/${deliveryId}/keep-apart`, { keepApart: true }));
    const decided = roundOf(read, part!);
    const applied = await applyOffer(world.deps, decided, part!.decisions.offers[0]!);
    expect(applied).toMatchObject({ tripId: null, why: "the delivery has moved on" });
    expect(await world.owner`select 1 from trips`).toHaveLength(0);
    expect(await statusOf(world, deliveryId)).toBe("waiting");
  });

  it.each([
    ["in five hours", 5],
    ["in three days", 72],
  ])("asks nobody and rings nobody for food of %s before it can matter", async (_, hours) => {
    const dueMs = world.clock.now().getTime() + hours * 3_600_000;
    const order = await placed(world, { scheduledFor: new Date(dueMs).toISOString() });
    ok(await world.as("kitchen").post(`/orders/${order.id}/confirm`, { readyInMinutes: 20 }));
    await startWork(world, "courier1");
    await round(world);
    await live(60_000, ["courier1"]);
    expect(await world.owner`select 1 from offers`).toHaveLength(0);
    expect(await ringing("delivery_unclaimed")).toHaveLength(0);

    const [delivery] = await world.owner`select ready_at from deliveries where order_id = ${order.id}`;
    world.clock.set(new Date(delivery!.ready_at.getTime() - 3 * 60_000));
    await live(180_000, ["courier1"], 20_000);
    expect((await world.owner`select 1 from offers`).length).toBeGreaterThan(0);
  });

  it("makes one offer when two processes apply the same decision at once", async () => {
    await startWork(world, "courier1");
    await confirmed(world);
    const read = await readSnapshot(world.deps, where());
    const [part] = decideParts(read.snapshot);
    const decided = roundOf(read, part!);
    const both = await Promise.all([1, 2].map(() => applyOffer(world.deps, decided, part!.decisions.offers[0]!)));
    expect(both.filter(({ tripId }) => tripId !== null)).toHaveLength(1);
    expect(await world.owner`select 1 from offers where status = 'live'`).toHaveLength(1);
  });

  it("gives an offer its whole time from when it is made, however long the round took", async () => {
    await startWork(world, "courier1");
    await confirmed(world);
    const read = await readSnapshot(world.deps, where());
    const [part] = decideParts(read.snapshot);
    world.clock.advance(20_000);
    await applyOffer(world.deps, roundOf(read, part!), part!.decisions.offers[0]!);
    const [offer] = await world.owner`select expires_at - offered_at = interval '30 seconds' as whole from offers`;
    expect(offer!.whole).toBe(true);
  });

  it("makes its offer while somebody else holds the order", async () => {
    await startWork(world, "courier1");
    const { orderId } = await confirmed(world);
    await withActor(world.deps, systemActor(where().organisationId), async (work) => {
      await lockOrder(work, orderId);
      await round(world); // would wait for us for ever, and whoever then wants the delivery would close the circle
    });
    expect(await offersTo(world, "courier1")).toHaveLength(1);
  });

  it("asks nobody who went home between snapshot and offer", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await confirmed(world);
    const read = await readSnapshot(world.deps, where());
    const [part] = decideParts(read.snapshot);
    ok(await world.as("courier1").post("/couriers/me/go-offline"));
    const decided = roundOf(read, part!);
    expect(await applyOffer(world.deps, decided, part!.decisions.offers[0]!)).toMatchObject({ tripId: null });
    expect(await statusOf(world, deliveryId)).toBe("waiting");
  });

  it("considers a courier who comes online for what waits, at once", async () => {
    await confirmed(world);
    await round(world);
    await startWork(world, "courier1");
    await dispatch.run(world.deps, { organisationId: where().organisationId, subjectId: where().regionId });
    expect(await offersTo(world, "courier1")).toHaveLength(1);
  });

  it("climbs from one courier to the next, to all, and ends at a human being", async () => {
    const couriers = ["courier1", "courier2", "courier3"];
    for (const courier of couriers) await startWork(world, courier);
    const { deliveryId } = await confirmed(world);
    await live(420_000, couriers);
    const modes = await world.owner`select distinct mode::text from offers order by mode`;
    expect(modes.map(({ mode }) => mode)).toEqual(["everyone", "exclusive", "wave"]);
    const alone = await world.owner`select courier_id from offers where mode = 'exclusive'`;
    expect(new Set(alone.map(({ courier_id }) => courier_id)).size).toBe(alone.length);
    const [delivery] = await world.owner`select ladder_step from deliveries where id = ${deliveryId}`;
    expect(delivery!.ladder_step).toBe("human");
    expect(await ringing("delivery_unclaimed")).toHaveLength(1);
  });

  it("asks a partner's fleet, where there is one, before it rings a human being", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await confirmed(world);
    await world.owner`update deliveries set ladder_step = 'everyone', ladder_tries = 1 where id = ${deliveryId}`;
    const asked: string[] = [];
    const partner = { name: "a fleet", ask: async ({ id }: { id: string }) => void asked.push(id) };
    const withPartner = () => runRounds(world.deps, { regionId: where().regionId }, partner);
    await withPartner();
    await withPartner();
    expect(asked).toEqual([deliveryId]);
    expect(await ringing("delivery_unclaimed")).toHaveLength(0);
    world.clock.advance(60_000);
    await share(world, "courier1", COUNTER);
    await withPartner();
    expect(await ringing("delivery_unclaimed")).toHaveLength(1);
  });

  it("rings the dispatchers at once when nobody is online, stops when somebody takes it", async () => {
    const { deliveryId } = await confirmed(world);
    await round(world);
    expect(await ringing("delivery_unclaimed")).toHaveLength(1);
    await startWork(world, "courier1");
    ok(
      await world.as("dispatcher").post(`/deliveries/${deliveryId}/assign`, {
        courierId: world.seeded.couriers.courier1,
      }),
    );
    expect(await ringing("delivery_unclaimed")).toHaveLength(0);
  });

  it("rings again ten minutes after a dispatcher has taken the alert and nothing came of it", async () => {
    await confirmed(world);
    await round(world);
    const [alert] = await ringing("delivery_unclaimed");
    ok(await world.as("dispatcher").post(`/alerts/${alert!.id}/acknowledge`));
    await live(570_000, [], 30_000);
    expect(await ringing("delivery_unclaimed")).toHaveLength(0);
    await live(60_000, [], 30_000);
    expect(await ringing("delivery_unclaimed")).toHaveLength(1);
  });

  it("is recorded, and tells a courier where he stands and why", async () => {
    await startWork(world, "courier1");
    await confirmed(world);
    await round(world);
    expect(await world.owner`select 1 from dispatch_rounds`).toHaveLength(1);
    expect(ok(await world.as("courier1").get("/couriers/me/place"))).toMatchObject({
      obstacles: ["offer_open"],
      recent: [{ rank: 1, candidates: 1, offered: true, reasons: { freeInSeconds: 0 } }],
    });
    expect(ok(await world.as("courier2").get("/couriers/me/place"))).toMatchObject({
      obstacles: ["offline"],
      recent: [],
    });
  });
});

describe("an emptied Redis", () => {
  it("loses no deadline: the sweeper finds every row", async () => {
    await startWork(world, "courier1");
    await world.deps.positionLog.flush(); // what Redis is about to forget
    const { deliveryId } = await confirmed(world);
    await sweepOnce(world.deps, [dispatch]);
    world.clock.advance(2_000);
    await emptyRedis();
    await sweepOnce(world.deps, DEADLINES);
    expect(await offersTo(world, "courier1")).toHaveLength(1);
    await shown();
    await emptyRedis();
    world.clock.advance(32_000);
    await sweepOnce(world.deps, DEADLINES);
    expect(await statusOf(world, deliveryId)).toBe("waiting");
    const [offer] = await world.owner`select status from offers`;
    expect(offer!.status).toBe("expired");
  });

  it("is told again where the couriers are, and what came in meanwhile is newer", async () => {
    await startWork(world, "courier1");
    await startWork(world, "courier2");
    await world.deps.positionLog.flush();
    await emptyRedis();
    world.clock.advance(1_000);
    await share(world, "courier2", { lat: 41.3, lng: 69.3 });
    expect(await refillPositions(world.deps)).toBe(2);
    expect(await refillPositions(world.deps)).toBe(0);
    const { couriers } = (await readSnapshot(world.deps, where())).snapshot;
    const lngOf = (key: string) => couriers.find(({ id }) => id === world.seeded.couriers[key])!.position!.lng;
    expect(lngOf("courier1")).toBeCloseTo(COUNTER.lng, 4);
    expect(lngOf("courier2")).toBeCloseTo(69.3, 4);
  });

  it("is no reason not to dispatch while it is away", async () => {
    await startWork(world, "courier1");
    await world.deps.positionLog.flush();
    await confirmed(world);
    world.deps.redis.disconnect();
    expect(await round(world)).toBe("ran");
    await world.deps.redis.connect();
    expect(await world.owner`select 1 from offers where status = 'live'`).toHaveLength(1);
  });

  async function emptyRedis(): Promise<void> {
    const { redis, keys } = world.deps;
    const all = await redis.keys(`${keys.prefix}:*`);
    if (all.length > 0) await redis.del(...all);
  }
});

describe("the lock of the rounds", () => {
  it("is another's within five seconds of its holder's death", async () => {
    const { config } = world.deps;
    const env = {
      ...process.env,
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      DATABASE_URL: config.DATABASE_URL,
      REDIS_URL: config.REDIS_URL,
      REDIS_PREFIX: config.REDIS_PREFIX,
      REGION_ID: where().regionId,
    };
    const holder = Bun.spawn([process.execPath, "sim/testing/hold-round-lock.ts"], { env, stdout: "pipe" });
    const { value } = await holder.stdout.getReader().read();
    expect(new TextDecoder().decode(value)).toContain("held");
    expect(await round(world)).toBe("busy");
    holder.kill("SIGKILL");
    await holder.exited;
    const killedMs = performance.now();
    while (!(await withRoundLock(world.deps, where().regionId, async () => {})).held) await Bun.sleep(50);
    expect(performance.now() - killedMs).toBeLessThan(ROUND_LEASE_MS + 1_000);
  });
});
