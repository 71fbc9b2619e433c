import { afterAll, describe, expect, it } from "vitest";
import type { OrderSummary, OrderView } from "#shared/contracts/order";
import { placed, plainItem } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [customer, kitchen, manager] = [world.as("customer"), world.as("kitchen"), world.as("manager")];
const branchId = world.seeded.branches.plov!;

const act = (who: typeof kitchen, { id }: OrderSummary, action: string, body = {}) =>
  who.post(`/orders/${id}/${action}`, body);
const kindsFor = async (subjectId: string) =>
  (await world.owner`select kind, body->>'news' as news from notifications where subject_id = ${subjectId}`).map(
    ({ kind, news }) => (news ? `${kind} ${news}` : kind),
  );
const alertState = async (orderId: string) =>
  (await world.owner`select state from alerts where subject_id = ${orderId}`)[0]?.state;

describe("an order that the kitchen takes", () => {
  it("gets its delivery when it is confirmed, falls silent, and tells the customer with a sound", async () => {
    const order = await placed(world);
    expect(await alertState(order.id)).toBe("ringing");
    const reply = await act(kitchen, order, "confirm", { readyInMinutes: 20 });
    expect(reply).toMatchObject({ status: 200, body: { status: "confirmed", version: 2 } });
    expect(await world.owner`select status from deliveries where order_id = ${order.id}`).toEqual([
      { status: "waiting" },
    ]);
    expect(await alertState(order.id)).toBe("resolved");
    expect(await kindsFor(order.id)).toContain("order.news confirmed");
  });

  it("moves the promise when the kitchen needs longer than planned, never to earlier", async () => {
    const [slow, fast] = [await placed(world), await placed(world)];
    const later = await act(kitchen, slow, "confirm", { readyInMinutes: 90 });
    const sooner = await act(kitchen, fast, "confirm", { readyInMinutes: 1 });
    expect(Date.parse((later.body as OrderSummary).promisedAt)).toBeGreaterThan(Date.parse(slow.promisedAt));
    expect((sooner.body as OrderSummary).promisedAt).toBe(fast.promisedAt);
  });

  it("is collected at the counter without any courier, and its cash is in the till", async () => {
    const order = await placed(world, { fulfilment: "pickup", dropoff: null });
    for (const action of ["confirm", "start_preparing", "mark_ready", "collect"])
      expect((await act(kitchen, order, action)).status).toBe(200);
    expect(await world.owner`select 1 from deliveries where order_id = ${order.id}`).toHaveLength(0);
    const view = (await customer.get(`/orders/${order.id}`)).body as OrderView;
    expect(view).toMatchObject({ status: "delivered", payment: "paid", delivery: null, actions: [] });
    expect(view.timeline.map(({ to }) => to)).toEqual(["placed", "confirmed", "preparing", "ready", "delivered"]);
  });
});

describe("an order that ends early", () => {
  it("gives back what it had taken, once, with its row in the log", async () => {
    const item = await plainItem(world, branchId, 1);
    await world.owner`update branch_items set stock = 5 where branch_id = ${branchId} and item_id = ${item.id}`;
    await world.owner`insert into branch_items (organisation_id, branch_id, item_id, available, stock, updated_at)
      values (${world.seeded.organisationId}, ${branchId}, ${item.id}, true, 5, now()) on conflict do nothing`;
    const order = await placed(world, { lines: [{ itemId: item.id, quantity: 2 }] });
    await act(customer, order, "cancel", { reason: "changed_mind" });
    await act(customer, order, "cancel", { reason: "changed_mind" });
    const [row] =
      await world.owner`select stock from branch_items where branch_id = ${branchId} and item_id = ${item.id}`;
    expect(row!.stock).toBe(5);
    const log = await world.owner`select delta, reason from stock_log where cause_id = ${order.id} order by delta`;
    expect(log).toEqual([
      { delta: -2, reason: "sold" },
      { delta: 2, reason: "given_back" },
    ]);
  });

  it("owes nothing, and takes its delivery with it", async () => {
    const order = await placed(world);
    await act(kitchen, order, "confirm");
    expect(await act(customer, order, "cancel", { reason: "too_slow" })).toMatchObject({ status: 200 });
    const view = (await customer.get(`/orders/${order.id}`)).body as OrderView;
    expect(view).toMatchObject({ status: "cancelled", payment: "void", reason: "too_slow" });
    expect(view.delivery?.status).toBe("cancelled");
  });

  it("needs a reason of those to choose from", async () => {
    const order = await placed(world);
    for (const body of [{}, { reason: "because" }])
      expect(await act(kitchen, order, "reject", body)).toMatchObject({
        status: 422,
        body: { code: "request.invalid" },
      });
    expect(await act(kitchen, order, "reject", { reason: "too_busy" })).toMatchObject({ body: { status: "rejected" } });
    expect(await kindsFor(order.id)).toContain("order.news rejected");
  });

  it("moves for one of two who tap at once", async () => {
    const order = await placed(world);
    const replies = await Promise.all([
      act(kitchen, order, "confirm"),
      act(manager, order, "reject", { reason: "closing" }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("who may act", () => {
  it("is said by the table: the customer does not confirm, nobody jumps, the house acts by itself alone", async () => {
    const order = await placed(world);
    for (const [who, action] of [
      [customer, "confirm"],
      [kitchen, "mark_ready"],
      [kitchen, "collect"],
      [kitchen, "pick_up"],
      [customer, "pay"],
      [manager, "expire"],
    ] as const)
      expect(await act(who, order, action)).toMatchObject({ status: 409, body: { code: "order.action_not_allowed" } });
  });

  it("is nobody for an order of somebody else, of another branch, or that does not exist", async () => {
    const order = await placed(world);
    const stranger = world.as("courier1", "customer");
    const courier = world.as("courier1");
    const notFound = { status: 404, body: { code: "order.not_found" } };
    expect(await act(stranger, order, "cancel", { reason: "other" })).toMatchObject(notFound);
    expect(await stranger.get(`/orders/${order.id}`)).toMatchObject(notFound);
    expect(await courier.get(`/orders/${order.id}`)).toMatchObject(notFound);
    expect(await kitchen.get(`/orders/${world.deps.newId()}`)).toMatchObject(notFound);
    expect(await kitchen.get("/orders/7")).toMatchObject({ status: 422 });
    expect(await act(kitchen, order, "steal")).toMatchObject({ status: 422, body: { code: "request.invalid" } });
  });
});

describe("what is shown of an order", () => {
  it("is the PIN to its customer alone, and to everybody what they may do now", async () => {
    const order = await placed(world);
    await act(kitchen, order, "confirm");
    const mine = (await customer.get(`/orders/${order.id}`)).body as OrderView;
    const theirs = (await kitchen.get(`/orders/${order.id}`)).body as OrderView;
    expect(mine.delivery?.pin).toMatch(/^\d{4}$/);
    expect(theirs.delivery?.pin).toBeNull();
    expect(mine.actions).toEqual(["cancel"]);
    expect(theirs.actions).toEqual(["start_preparing", "mark_ready", "call_off"]);
  });

  it("is my own list to me, newest first, page by page", async () => {
    await placed(world);
    world.clock.advance(1_000);
    const last = await placed(world);
    const page = (await customer.get("/orders?limit=1")).body as OrderSummary[];
    expect(page.map(({ id }) => id)).toEqual([last.id]);
    const next = (await customer.get(`/orders?limit=1&before=${page[0]!.placedAt}`)).body as OrderSummary[];
    expect(next).toHaveLength(1);
    expect(next[0]!.id).not.toBe(last.id);
  });

  it("is found by staff by its code and by the end of the phone, and by nobody else", async () => {
    const order = await placed(world);
    const ids = async (q: string) =>
      ((await kitchen.get(`/orders/search?q=${q}`)).body as OrderSummary[]).map(({ id }) => id);
    expect(await ids(order.code.toLowerCase())).toContain(order.id);
    expect(await ids("0010")).toContain(order.id);
    expect(await ids("9999")).toEqual([]);
    expect(await customer.get("/orders/search?q=0010")).toMatchObject({ status: 403 });
  });

  it("is what is open at the branch to its staff", async () => {
    const order = await placed(world);
    const open = (await kitchen.get(`/orders/open?branchId=${branchId}`)).body as OrderSummary[];
    expect(open.map(({ id }) => id)).toContain(order.id);
    expect((await customer.get(`/orders/open?branchId=${branchId}`)).status).toBe(403);
  });
});
