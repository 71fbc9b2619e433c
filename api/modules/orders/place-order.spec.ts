import { afterAll, describe, expect, it } from "vitest";
import type { OrderSummary } from "#shared/contracts/order";
import type { QuoteView } from "#shared/contracts/quote";
import { DOOR, newKey, place, placed, plainItem, wish } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const customer = world.as("customer");
const branchId = world.seeded.branches.plov!;

const setStock = (itemId: string, stock: number | null) => world.owner`
  insert into branch_items (organisation_id, branch_id, item_id, available, stock, updated_at)
  values (${world.seeded.organisationId}, ${branchId}, ${itemId}, true, ${stock}, now())
  on conflict (organisation_id, branch_id, item_id) do update set stock = ${stock}, available = true`;
const stockOf = async (itemId: string) =>
  (await world.owner`select stock from branch_items where branch_id = ${branchId} and item_id = ${itemId}`)[0]?.stock;
const count = async (table: string, orderId: string) =>
  Number((await world.owner`select count(*) from ${world.owner(table)} where order_id = ${orderId}`)[0]!.count);

describe("placing an order", () => {
  it("keeps what was sold, what it costs, who it is for and how it began", async () => {
    const order = await placed(world, { note: "no onions" });
    expect(order).toMatchObject({ status: "placed", currency: "UZS", branchId, version: 1 });
    expect(await count("order_lines", order.id)).toBe(1);
    expect(await count("timeline", order.id)).toBe(1);
    const [contact] = await world.owner`select * from order_contacts where order_id = ${order.id}`;
    expect(contact).toMatchObject({
      name: "Malika",
      phone: "+998000000010",
      address_text: DOOR.text,
      note: "no onions",
    });
    const [row] = await world.owner`select sum(total_minor) as total from order_lines where order_id = ${order.id}`;
    const [saved] = await world.owner`select subtotal_minor from orders where id = ${order.id}`;
    expect(row!.total).toBe(saved!.subtotal_minor);
  });

  it("charges the customer, and the movement balances", async () => {
    const order = await placed(world);
    const entries = await world.owner`
      select e.account, e.amount_minor::int from money_entries e
      join money_movements m on m.id = e.movement_id where m.order_id = ${order.id} order by e.position`;
    expect(entries[0]).toEqual({ account: "customer_owes", amount_minor: order.totalMinor });
    expect(entries.reduce((sum, entry) => sum + entry.amount_minor, 0)).toBe(0);
  });

  it("tells the customer by a card, rings the shop, and shows the kitchen its card", async () => {
    const order = await placed(world);
    const rows = await world.owner`
      select n.kind from notifications n
      where n.subject_id = ${order.id} or n.subject_id = (select id from alerts where subject_id = ${order.id})`;
    const kinds = rows.map((row) => row.kind);
    expect(kinds).toEqual(expect.arrayContaining(["order.card", "order.board_card", "alert.ring"]));
    const events = await world.owner`select kind from events where body->>'orderId' = ${order.id}`;
    expect(events.map((event) => event.kind)).toContain("order.placed");
  });

  it("alerts nobody about an invoice that is not paid", async () => {
    const order = await placed(world, { paymentMethod: "invoice" });
    expect(order.status).toBe("awaiting_payment");
    expect(await world.owner`select 1 from alerts where subject_id = ${order.id}`).toHaveLength(0);
    const kinds = await world.owner`select kind from notifications where subject_id = ${order.id} order by kind`;
    expect(kinds.map((row) => row.kind)).toEqual(["order.card", "order.invoice"]);
  });

  it("takes counted portions and writes them in the log", async () => {
    const item = await plainItem(world, branchId, 1);
    await setStock(item.id, 5);
    const order = await placed(world, { lines: [{ itemId: item.id, quantity: 3 }] });
    expect(await stockOf(item.id)).toBe(2);
    const log = await world.owner`select delta, reason from stock_log where cause_id = ${order.id}`;
    expect(log).toEqual([{ delta: -3, reason: "sold" }]);
  });

  it("gives the last portion to one of two who want it at once", async () => {
    const item = await plainItem(world, branchId, 1);
    await setStock(item.id, 1);
    const wanted = await wish(world, { lines: [{ itemId: item.id, quantity: 1 }] });
    const { body } = await customer.post("/quotes", wanted);
    const send = (person: string) =>
      world
        .as(person, "customer")
        .post(
          "/orders",
          { ...wanted, fingerprint: (body as QuoteView).fingerprint },
          { "x-idempotency-key": newKey() },
        );
    const replies = await Promise.all([send("customer"), send("courier1"), send("courier2")]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(replies.filter(({ status }) => status === 409).map(({ body }) => body)).toEqual([
      expect.objectContaining({ code: "item.out_of_stock" }),
      expect.objectContaining({ code: "item.out_of_stock" }),
    ]);
    expect(await stockOf(item.id)).toBe(0);
  });

  it("refuses a price that has changed since, with the new quote, which can then be placed", async () => {
    const item = await plainItem(world, branchId, 2);
    const wanted = await wish(world, { lines: [{ itemId: item.id, quantity: 2 }] });
    const { body: seen } = await customer.post("/quotes", wanted);
    await world.owner`update items set price_minor = price_minor + 100000 where id = ${item.id}`;
    const send = (fingerprint: string) =>
      customer.post("/orders", { ...wanted, fingerprint }, { "x-idempotency-key": newKey() });
    const refused = await send((seen as QuoteView).fingerprint);
    expect(refused).toMatchObject({ status: 409, body: { code: "quote.changed" } });
    const { quote } = (refused.body as { details: { quote: QuoteView } }).details;
    expect(quote.totalMinor).toBe((seen as QuoteView).totalMinor + 200_000);
    expect((await send(quote.fingerprint)).status).toBe(200);
  });
});

describe("an idempotency key", () => {
  it("gives the same answer to the same request, and places once", async () => {
    const wanted = await wish(world);
    const key = newKey();
    const [first, second] = [await place(customer, wanted, key), await place(customer, wanted, key)];
    expect(second).toMatchObject({ status: 200, body: first.body });
  });

  it("makes one order of two equal requests at once, even of the last portion", async () => {
    const item = await plainItem(world, branchId, 1);
    await setStock(item.id, 1);
    const wanted = await wish(world, { lines: [{ itemId: item.id, quantity: 1 }] });
    const { body } = await customer.post("/quotes", wanted);
    const order = { ...wanted, fingerprint: (body as QuoteView).fingerprint };
    const key = newKey();
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => customer.post("/orders", order, { "x-idempotency-key": key })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(replies.map((reply) => (reply.body as OrderSummary).id)).size).toBe(1);
    expect(await stockOf(item.id)).toBe(0);
    await setStock(item.id, null);
  });

  it("is refused with another body", async () => {
    const key = newKey();
    await place(customer, await wish(world), key);
    expect(await place(customer, await wish(world, { note: "other" }), key)).toMatchObject({
      status: 409,
      body: { code: "request.key_reused" },
    });
  });

  it("is somebody's own: the same key of another person is another request", async () => {
    const key = newKey();
    const mine = await place(customer, await wish(world), key);
    const theirs = await place(world.as("courier1", "customer"), await wish(world), key);
    expect((theirs.body as OrderSummary).id).not.toBe((mine.body as OrderSummary).id);
  });

  it.each([undefined, "", "short", "with spaces in it"])("must be there and be one: %j is not", async (key) => {
    const wanted = { ...(await wish(world)), fingerprint: "x" };
    const reply = await customer.post("/orders", wanted, key === undefined ? {} : { "x-idempotency-key": key });
    expect(reply).toMatchObject({ status: 400, body: { code: "request.key_missing" } });
  });
});
