import { afterAll, beforeAll, expect, test } from "vitest";
import { toForecast } from "#api/domain/forecast/to-forecast";
import type { EtaView } from "#shared/contracts/eta";
import type { Claimed } from "#shared/contracts/outlet";
import type { QuoteView } from "#shared/contracts/quote";
import type { Id } from "#shared/kernel/ids";
import { ok } from "#sim/testing/courier-at-work";
import { placed, wish } from "#sim/testing/place";
import { createWorld, type World } from "#sim/testing/world";
import { readLessons } from "./knowledge.queries";
import { catchUp } from "./learn-all";
import { learnRegion } from "./learn-region";
import { readForecast } from "./read-forecast";
import { dropKnowledge } from "./read-knowledge";
import { rebuildLessons } from "./rebuild-lessons";
import type { Region } from "./region";

const MINUTE_MS = 60_000;
let world: World;
let region: Region;

beforeAll(async () => {
  world = await createWorld();
  const branchId = world.seeded.branches.plov!;
  const [row] = await world.owner<Region[]>`
    select organisation_id as "organisationId", region_id as "regionId" from branches where id = ${branchId}`;
  region = { ...row! };
});
afterAll(() => world.close());

const lessons = () => world.deps.db.transaction((tx) => readLessons(tx, region));

type Brought = { cookMinutes: number; rideMinutes: number; saidMinutes?: number };

/** An order that the seed's customer places, and that is written into history as fetched and brought in so many minutes. */
async function brought({ cookMinutes, rideMinutes, saidMinutes }: Brought): Promise<void> {
  const order = await placed(world);
  await world.as("dispatcher").post(`/orders/${order.id}/confirm`, { readyInMinutes: saidMinutes });
  world.clock.advance(cookMinutes * MINUTE_MS);
  await world.as("dispatcher").post(`/orders/${order.id}/mark_ready`);
  const fetchedAt = world.clock.now();
  world.clock.advance(rideMinutes * MINUTE_MS);
  await deliver(order.id, fetchedAt);
  world.clock.advance(MINUTE_MS);
}

/** Rows as a trip leaves them behind. */
async function deliver(orderId: Id, fetchedAt: Date): Promise<void> {
  const { owner, deps } = world;
  const at = deps.clock.now().toISOString();
  const [courier] = await owner<{ id: Id }[]>`select id from couriers where region_id = ${region.regionId} limit 1`;
  const [delivery] = await owner<Record<string, string>[]>`select * from deliveries where order_id = ${orderId}`;
  const tripId = deps.newId();
  await owner`insert into trips (organisation_id, id, region_id, courier_id, status, status_at, version, currency,
    pay_minor, distance_metres, created_at) values (${region.organisationId}, ${tripId}, ${region.regionId},
    ${courier!.id}, 'done', ${at}, 1, 'UZS', 1000000, 4000, ${fetchedAt.toISOString()})`;
  const stops = [
    { kind: "pickup", lat: delivery!.pickup_lat!, lng: delivery!.pickup_lng!, at: fetchedAt.toISOString() },
    { kind: "dropoff", lat: delivery!.dropoff_lat!, lng: delivery!.dropoff_lng!, at },
  ];
  for (const [position, stop] of stops.entries())
    await owner`insert into trip_stops (organisation_id, id, trip_id, delivery_id, position, kind, lat, lng, status,
      arrived_at, done_at) values (${region.organisationId}, ${deps.newId()}, ${tripId}, ${delivery!.id!}, ${position},
      ${stop.kind}, ${stop.lat}, ${stop.lng}, 'done', ${stop.at}, ${stop.at})`;
  await owner`insert into offers (organisation_id, id, trip_id, courier_id, mode, status, version, pay_minor, pay_rule,
    pickup_metres, reasons, offered_at, expires_at, decided_at) values (${region.organisationId}, ${deps.newId()},
    ${tripId}, ${courier!.id}, 'exclusive', 'accepted', 1, 1000000, '{}', 900, '{}', ${fetchedAt.toISOString()},
    ${at}, ${fetchedAt.toISOString()})`;
  await owner`update deliveries set status = 'delivered', closed_at = ${at}, courier_id = ${courier!.id},
    trip_id = ${tripId} where id = ${delivery!.id!}`;
}

test("learns what was brought once, whoever comes twice or at once", async () => {
  for (const cookMinutes of [40, 44, 38]) await brought({ cookMinutes, rideMinutes: 12 });
  const both = await Promise.all([
    learnRegion(world.deps, region, "journeys"),
    learnRegion(world.deps, region, "journeys"),
  ]);
  expect(both.sort()).toEqual([0, 3]);
  const after = await lessons();
  expect(await catchUp(world.deps, region)).toBe(3); // the answers
  expect(await catchUp(world.deps, region)).toBe(0);
  expect((await lessons()).statistics.get("preparation|city|-1")).toEqual(after.statistics.get("preparation|city|-1"));
  expect(after.statistics.get("preparation|city|-1")!.weight).toBeCloseTo(3, 2);
});

test("leaves alone what has just been closed, for its transaction may not be the last of its moment", async () => {
  await brought({ cookMinutes: 40, rideMinutes: 12 });
  world.clock.advance(-MINUTE_MS);
  expect(await learnRegion(world.deps, region, "journeys")).toBe(0);
  world.clock.advance(MINUTE_MS);
  expect(await learnRegion(world.deps, region, "journeys")).toBe(1);
});

test("rebuilds from history the same state, in whatever portions it was learnt", async () => {
  await brought({ cookMinutes: 20, rideMinutes: 25 });
  await catchUp(world.deps, region);
  const grown = await lessons();
  expect(grown.acceptance.size).toBeGreaterThan(1);
  expect(grown.residuals.size).toBeGreaterThan(2);
  await rebuildLessons(world.deps);
  expect(await lessons()).toEqual(grown);
});

test("learns what a kitchen's word is worth, when it gave one", async () => {
  const words = async () => (await lessons()).statistics.get("word|city|-1");
  expect(await words()).toBeUndefined();
  await brought({ cookMinutes: 30, rideMinutes: 10, saidMinutes: 20 });
  await catchUp(world.deps, region);
  expect((await words())!.mean).toBeCloseTo(Math.log(30 / 20), 1);
});

test("tells a round of slow kitchens and of who accepts", async () => {
  const branch = { id: world.seeded.branches.plov!, preparationMinutes: 20, timezone: "Asia/Tashkent" };
  const nowMs = world.clock.now().getTime();
  const expectedMs = nowMs + 20 * MINUTE_MS;
  const { facts, ready } = await world.deps.db.transaction((tx) => readForecast(world.deps, tx, region));
  const { readyP50Ms, readyP80Ms } = ready(branch, { expectedMs, said: null, nowMs });
  expect(readyP50Ms).toBeGreaterThan(expectedMs);
  expect(readyP80Ms).toBeGreaterThan(readyP50Ms);
  const [here, there] = [
    { lat: 41.31, lng: 69.24 },
    { lat: 41.33, lng: 69.24 },
  ];
  const known = facts({}, { nowMs, places: [here, there], vehicles: ["motorcycle"], courierIds: [] });
  expect(toForecast(known).travelSeconds(here, there, "motorcycle", nowMs)).toBeGreaterThan(0);
  expect(known.acceptance.fleet!.precision).toBeGreaterThan(1);
});

test("tells the customer a range that reaches to the promise of four in five, and strangers nothing", async () => {
  const order = await placed(world);
  const path = `/orders/${order.id}/eta`;
  const before = (await world.as("customer").get(path)).body as EtaView;
  expect(Date.parse(before.eta!.to)).toBeGreaterThan(world.clock.now().getTime());
  await world.as("dispatcher").post(`/orders/${order.id}/confirm`);
  const { eta } = (await world.as("customer").get(path)).body as EtaView;
  expect(eta).not.toBeNull();
  const [from, likely, to] = [eta!.from, eta!.likelyAt, eta!.to].map((text) => Date.parse(text));
  expect(from).toBeLessThanOrEqual(likely!);
  expect(likely).toBeLessThanOrEqual(to!);
  expect(to! % (5 * MINUTE_MS)).toBe(0);
  world.clock.advance(90 * MINUTE_MS);
  const later = (await world.as("customer").get(path)).body as EtaView;
  expect(Date.parse(later.eta!.to)).toBeGreaterThan(world.clock.now().getTime());
  expect((await world.as("courier1").get(path)).status).toBe(404);
});

test("promises by history once there is some, shows the range before paying, and tells the card anew", async () => {
  const customer = world.as("customer");
  const wanted = await wish(world);
  const quote = async () => (await customer.post("/quotes", wanted)).body as QuoteView;
  const minutesTo = (iso: string) => (Date.parse(iso) - world.clock.now().getTime()) / MINUTE_MS;
  const byMinutes = await quote();
  expect(byMinutes.arrivesFrom).toBeNull();
  await world.owner`
    update forecast_residuals set weights = array_fill(0.5::float8, array[240]) where kind = 'placed'`;
  dropKnowledge(world.deps, region);
  const byHistory = await quote();
  expect(byHistory.fingerprint).toBe(byMinutes.fingerprint);
  expect(byHistory.promisedAt).not.toBe(byMinutes.promisedAt);
  expect(minutesTo(byHistory.promisedAt)).toBeLessThanOrEqual(2 * minutesTo(byMinutes.promisedAt));
  expect(byHistory.arrivesFrom! < byHistory.promisedAt).toBe(true);
  const order = await placed(world);
  expect(order.promisedAt).toBe(byHistory.promisedAt);
  await world.owner`update notifications set state = 'sent' where state = 'due'`;
  ok(await world.as("dispatcher").post(`/orders/${order.id}/confirm`));
  const { notifications } = ok<Claimed>(await world.asBot("customer").post("/notifications/claim", { limit: 50 }));
  const card = notifications.find(({ notification }) => notification.kind === "order.card");
  expect(card!.view).toMatchObject({ kind: "order", order: { id: order.id } });
  expect(card!.view?.kind === "order" && minutesTo(card!.view.eta!.to)).toBeGreaterThan(0);
});
