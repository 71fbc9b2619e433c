import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BoardPart, BoardView, KitchenView } from "#shared/contracts/board";
import type { CourierView } from "#shared/contracts/courier";
import { COUNTER, type Confirmed, confirmed, ok, startWork } from "#sim/testing/courier-at-work";
import { placed } from "#sim/testing/place";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
let order: Confirmed;
let couriers: string[];

beforeAll(async () => {
  world = await createWorld();
  await startWork(world, "courier1");
  await startWork(world, "courier2");
  order = await confirmed(world);
  const views = await Promise.all(["courier1", "courier2"].map((who) => world.as(who).get("/couriers/me")));
  couriers = views.map((reply) => ok<CourierView>(reply).id);
});
afterAll(() => world.close());

const board = async () => ok<BoardView>(await world.as("dispatcher").get("/board"));
const changes = async (query: string) => ok<BoardPart>(await world.as("dispatcher").get(`/board/changes?${query}`));
const assign = (courierId: string, insteadOf?: string | null) =>
  world.as("dispatcher").post(`/deliveries/${order.deliveryId}/assign`, { courierId, insteadOf });

/** The last change of this thing in the log. */
const writtenDown = async (subjectId: string) =>
  (await world.owner`select * from audit_log where subject_id = ${subjectId} order by at desc, id desc limit 1`)[0];

describe("the board", () => {
  it("shows what is open, who works and where, and every branch with its areas, in one answer", async () => {
    const { orders, couriers: shown, branches, zones, alerts } = await board();
    expect(orders).toMatchObject([{ id: order.orderId, status: "confirmed", delivery: { status: "waiting" } }]);
    expect(shown.map(({ id }) => id).sort()).toEqual([...couriers].sort());
    expect(shown[0]!.position!.lat).toBeCloseTo(COUNTER.lat, 3);
    expect(zones.every(({ branchId }) => branches.some(({ id }) => id === branchId))).toBe(true);
    expect([branches.length > 0, zones.length > 0, alerts]).toEqual([true, true, []]);
  });

  it("is for dispatchers: kitchen, couriers and customers are refused", async () => {
    for (const who of ["kitchen", "courier1", "customer"])
      expect(await world.as(who).get("/board")).toMatchObject({ status: 403, body: { code: "auth.not_allowed" } });
  });

  it("answers for the named orders and couriers alone, and leaves out what has left", async () => {
    const gone = await placed(world);
    const asked = `orders=${order.orderId}.${gone.id}&couriers=${couriers[0]}`;
    expect((await changes(asked)).orders).toHaveLength(2);
    ok(await world.as("kitchen").post(`/orders/${gone.id}/reject`, { reason: "too_busy" }));
    const { orders, couriers: shown } = await changes(asked);
    expect([orders.map(({ id }) => id), shown.map(({ id }) => id)]).toEqual([[order.orderId], [couriers[0]]]);
  });

  it("refuses more names than a moment brings", async () => {
    const names = Array.from({ length: 61 }, () => order.orderId).join(".");
    expect((await world.as("dispatcher").get(`/board/changes?orders=${names}`)).status).toBe(422);
  });

  it("shows the other dispatchers a pin at once, and writes it down", async () => {
    const put = (courierId: string | null) =>
      world.as("dispatcher").send("PUT", `/deliveries/${order.deliveryId}/pinned-courier`, { courierId });
    ok(await put(couriers[0]!));
    const told = await world.owner`
      select 1 from events where kind = 'delivery.changed' and body->>'deliveryId' = ${order.deliveryId}`;
    expect(told.length).toBeGreaterThan(0);
    expect((await board()).orders[0]!.delivery!.pinnedCourierId).toBe(couriers[0]);
    expect(await writtenDown(order.deliveryId)).toMatchObject({
      action: "delivery.pin",
      after: { pinnedCourierId: couriers[0] },
    });
    ok(await put(null));
  });

  it("tells the slower of two dispatchers who has it by now, and overwrites nothing", async () => {
    const replies = await Promise.all(couriers.map((courierId) => assign(courierId, null)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = couriers[replies.findIndex(({ status }) => status === 200)];
    expect(replies.find(({ status }) => status === 409)!.body).toMatchObject({
      code: "delivery.already_taken",
      details: { courierId: winner },
    });
    expect((await board()).orders[0]!.delivery!.courierId).toBe(winner);
  });

  it("gives it to another one when the dispatcher knew who had it", async () => {
    const holder = (await board()).orders[0]!.delivery!.courierId;
    const other = couriers.find((id) => id !== holder)!;
    ok(await assign(other, holder));
    expect((await board()).couriers.find(({ id }) => id === other)!.activeOrders).toBe(1);
  });
});

describe("the kitchen's screen", () => {
  const kitchen = (who: string) => world.as(who).get(`/board/kitchen?branchId=${world.seeded.branches.plov!}`);

  it("shows what is to be cooked, dish by dish, and who fetches it", async () => {
    const view = ok<KitchenView>(await kitchen("kitchen"));
    const shown = view.orders.find(({ id }) => id === order.orderId)!;
    expect(shown.lines).toMatchObject([{ quantity: 2 }]);
    expect(shown.courier).toMatchObject({ atCounter: false });
  });

  it("is closed to those who do not cook", async () => {
    for (const who of ["customer", "courier1"])
      expect(await kitchen(who)).toMatchObject({ status: 403, body: { code: "auth.not_allowed" } });
  });
});

describe("a dish that is sold out", () => {
  it("is written down with who said it, from what to what", async () => {
    const branchId = world.seeded.branches.plov!;
    const [item] = await world.owner`
      select i.id from items i join branches b on b.brand_id = i.brand_id where b.id = ${branchId} limit 1`;
    ok(await world.as("kitchen").put(`/branches/${branchId}/items/${item!.id}/availability`, { available: false }));
    expect(await writtenDown(item!.id)).toMatchObject({
      action: "item.mark_sold_out",
      done_by: "kitchen",
      before: { available: true },
      after: { available: false },
    });
  });
});
