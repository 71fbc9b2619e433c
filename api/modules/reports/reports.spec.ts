import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderSummary } from "#shared/contracts/order";
import type { PerformanceView, ReportView } from "#shared/contracts/report";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [manager, dispatcher] = [world.as("manager"), world.as("dispatcher")];
const report = async (query: string) => (await manager.get(`/reports?${query}`)).body as ReportView;
const DAY_MS = 86_400_000;

/** Written as the tables would be after the fact: what is tested is how they are counted. */
async function finish(order: OrderSummary, status: string, minutes: number, courierId: string | null = null) {
  const { owner } = world;
  await owner`
    update orders set status = ${status}::order_status, closed_at = placed_at + make_interval(mins => ${minutes})
    where id = ${order.id}`;
  if (!courierId) return;
  const tripId = world.deps.newId();
  await owner`
    insert into trips (organisation_id, id, region_id, courier_id, status, status_at, version, currency, pay_minor,
      distance_metres, created_at)
    select o.organisation_id, ${tripId}, b.region_id, ${courierId}, 'done', o.closed_at, 1, o.currency, 0, 0, o.placed_at
    from orders o join branches b on b.id = o.branch_id where o.id = ${order.id}`;
  await owner`
    update deliveries d set status = 'delivered', courier_id = ${courierId}, trip_id = ${tripId},
      closed_at = o.closed_at, promised_at = o.promised_at
    from orders o where o.id = d.order_id and o.id = ${order.id}`;
  await owner`
    insert into trip_stops (organisation_id, id, trip_id, delivery_id, position, kind, lat, lng, status, done_at)
    select d.organisation_id, gen_random_uuid(), ${tripId}, d.id, k.place, k.kind::stop_kind, 41, 69, 'done',
      d.closed_at - make_interval(mins => k.before)
    from deliveries d, (values (0, 'pickup', 12), (1, 'dropoff', 0)) as k(place, kind, before)
    where d.order_id = ${order.id}`;
}

let orders: OrderSummary[];
let courierId: string;
beforeAll(async () => {
  courierId = (await world.owner`select id from couriers order by id limit 1`)[0]!.id;
  orders = [await placed(world)];
  world.clock.advance(DAY_MS);
  for (let count = 0; count < 4; count += 1) orders.push(await placed(world));
  for (const { id } of orders) await world.as("kitchen").post(`/orders/${id}/confirm`, { readyInMinutes: 10 });
  await finish(orders[0]!, "delivered", 30, courierId);
  await finish(orders[1]!, "delivered", 20, courierId);
  await finish(orders[2]!, "delivered", 300, courierId);
  await finish(orders[3]!, "cancelled", 5);
});

describe("a report", () => {
  it("counts a day on the wall of the branch and compares it with the day before", async () => {
    const { total, previousTotal, rows, currency, previousFrom } = await report("from=2026-03-03&to=2026-03-03");
    const sales = orders[1]!.totalMinor + orders[2]!.totalMinor;
    expect(currency).toBe("UZS");
    expect(previousFrom).toBe("2026-03-02");
    expect(total).toMatchObject({
      orders: 4,
      delivered: 2,
      salesMinor: sales,
      lost: 1,
      lateShare: 0.5,
      deliveryMinutes: 160,
    });
    expect(previousTotal).toMatchObject({ orders: 1, delivered: 1, salesMinor: orders[0]!.totalMinor, lateShare: 0 });
    expect(rows).toMatchObject([{ key: "2026-03-03", orders: 4 }]);
  });

  it.each([
    ["hour", () => "12", null],
    ["branch", () => world.seeded.branches.plov!, { en: "Osh Markazi, Chorsu" }],
  ])("is put together by %s", async (by, key, name) => {
    const { rows } = await report(`from=2026-03-03&to=2026-03-03&by=${by}`);
    expect(rows).toMatchObject([{ key: key(), orders: 4, name: name ?? null }]);
  });

  it("by courier counts what each had last", async () => {
    const { rows } = await report("from=2026-03-02&to=2026-03-03&by=courier");
    expect(rows).toMatchObject([{ key: courierId, orders: 3, delivered: 3 }]);
  });

  it("is the management's, of days that make a span", async () => {
    expect((await dispatcher.get("/reports?from=2026-03-03&to=2026-03-03")).status).toBe(403);
    expect((await manager.get("/reports?from=2026-03-03&to=2026-03-02")).status).toBe(422);
    expect((await manager.get("/reports?from=2024-03-03&to=2026-03-02")).status).toBe(422);
  });
});

describe("the month of a courier", () => {
  it("is ranked by what was brought, with what was on time, how long it took and how it was rated", async () => {
    await world.as("customer").post(`/orders/${orders[1]!.id}/ratings`, { about: "courier", stars: 4 });
    const { couriers } = (await manager.get("/reports/couriers?month=2026-03")).body as PerformanceView;
    expect(couriers[0]).toMatchObject({
      courierId,
      rank: 1,
      delivered: 3,
      failed: 0,
      carryMinutes: 12,
      rating: 4,
      ratings: 1,
    });
    expect(couriers[0]!.onTimeShare).toBeCloseTo(2 / 3);
    expect(((await manager.get("/reports/couriers?month=2026-02")).body as PerformanceView).couriers).toEqual([]);
  });
});
