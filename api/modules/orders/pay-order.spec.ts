import { afterAll, describe, expect, it } from "vitest";
import type { OrderSummary, OrderView } from "#shared/contracts/order";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";
import { expireInvoice } from "./expire-invoice";

const world = await createWorld();
afterAll(() => world.close());
const [customer, kitchen, manager] = [world.as("customer"), world.as("kitchen"), world.as("manager")];
const { organisationId } = world.seeded;

let charges = 0;
const charge = ({ totalMinor, currency }: OrderSummary, change = {}) => {
  charges += 1;
  return {
    providerChargeId: `p${charges}`,
    telegramChargeId: `t${charges}`,
    amountMinor: totalMinor,
    currency,
    ...change,
  };
};
const pay = (order: OrderSummary, paid = charge(order)) => customer.post(`/orders/${order.id}/payment`, paid);
const see = async ({ id }: OrderSummary) => (await customer.get(`/orders/${id}`)).body as OrderView;
const byInvoice = () => placed(world, { paymentMethod: "invoice" });
const refunds = async ({ id }: OrderSummary) =>
  (await world.owner`select body from notifications where subject_id = ${id} and kind = 'order.refunded'`).map(
    ({ body }) => body.amountMinor,
  );

describe("an invoice", () => {
  it("that is paid places the order, and only now rings the shop", async () => {
    const order = await byInvoice();
    expect(await pay(order)).toMatchObject({ status: 200, body: { status: "placed" } });
    expect((await see(order)).payment).toBe("paid");
    expect(await world.owner`select state from alerts where subject_id = ${order.id}`).toEqual([{ state: "ringing" }]);
  });

  it("counts a payment that is told twice, and twice at once, as one", async () => {
    const order = await byInvoice();
    const paid = charge(order);
    const replies = await Promise.all([pay(order, paid), pay(order, paid)]);
    expect([...replies, await pay(order, paid)].map(({ status }) => status)).toEqual([200, 200, 200]);
    const moved =
      await world.owner`select 1 from money_movements where order_id = ${order.id} and kind = 'invoice_payment'`;
    expect(moved).toHaveLength(1);
  });

  it("expires by its row and gives everything back, but never early and never when it was paid", async () => {
    const [early, paid] = [await byInvoice(), await byInvoice()];
    await pay(paid);
    await expireInvoice(world.deps, organisationId, early.id);
    expect((await see(early)).status).toBe("awaiting_payment");
    world.clock.advance(15 * 60_000);
    for (const { id } of [early, paid]) await expireInvoice(world.deps, organisationId, id);
    expect(await see(early)).toMatchObject({ status: "expired", payment: "void" });
    expect((await see(paid)).status).toBe("placed");
  });

  it("that is paid after it expired is given back at once", async () => {
    const order = await byInvoice();
    world.clock.advance(15 * 60_000);
    await expireInvoice(world.deps, organisationId, order.id);
    expect(await pay(order)).toMatchObject({ status: 200, body: { status: "expired" } });
    expect((await see(order)).payment).toBe("refunded");
    expect(await refunds(order)).toEqual([order.totalMinor]);
    const left = await world.owner`
      select account, sum(amount_minor)::int as minor from money_entries e
      join money_movements m on m.organisation_id = e.organisation_id and m.id = e.movement_id
      where m.order_id = ${order.id} group by account having sum(amount_minor) <> 0`;
    expect(left).toEqual([]);
  });

  it("that is paid twice by different charges, or wrongly, calls a person", async () => {
    const [twice, wrong] = [await byInvoice(), await byInvoice()];
    await pay(twice);
    await pay(twice);
    await pay(wrong, charge(wrong, { amountMinor: 1 }));
    for (const { id } of [twice, wrong])
      expect(
        await world.owner`select 1 from alerts where subject_id = ${id} and kind = 'payment_trouble'`,
      ).toHaveLength(1);
    expect((await see(wrong)).status).toBe("awaiting_payment");
  });

  it("is paid by what the bots process says, not by a token of a mini-app, and only for the payer's own order", async () => {
    const order = await byInvoice();
    const stranger = world.as("courier1", "customer");
    expect(await stranger.post(`/orders/${order.id}/payment`, charge(order))).toMatchObject({ status: 404 });
    expect(
      await world.caller({ authorization: "Bearer x" }).post(`/orders/${order.id}/payment`, charge(order)),
    ).toMatchObject({ status: expect.any(Number), body: { code: expect.stringMatching(/^auth\./) } });
  });
});

describe("a refund", () => {
  it("follows the cancellation of a paid order, in full, and is told to the customer", async () => {
    const order = await byInvoice();
    await pay(order);
    await customer.post(`/orders/${order.id}/cancel`, { reason: "changed_mind" });
    expect(await see(order)).toMatchObject({ status: "cancelled", payment: "refunded" });
    expect(await refunds(order)).toEqual([order.totalMinor]);
  });

  it("may be given in parts by a manager, each once, and never more than was paid", async () => {
    const order = await byInvoice();
    await pay(order);
    const give = (refundId: string, amountMinor: number, who = manager) =>
      who.post(`/orders/${order.id}/refund`, { refundId, amountMinor });
    const first = world.deps.newId();
    expect(await give(first, 100)).toMatchObject({ status: 200, body: { payment: "partially_refunded" } });
    expect(await give(first, 100)).toMatchObject({ status: 200 });
    expect(await give(world.deps.newId(), order.totalMinor)).toMatchObject({
      status: 409,
      body: { code: "payment.refund_too_large" },
    });
    expect(await give(world.deps.newId(), order.totalMinor - 100)).toMatchObject({ body: { payment: "refunded" } });
    expect(await refunds(order)).toEqual([100, order.totalMinor - 100]);
    expect(await give(world.deps.newId(), 1, kitchen)).toMatchObject({ status: 403 });
  });
});
