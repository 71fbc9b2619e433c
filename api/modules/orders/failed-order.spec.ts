import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderView } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { assignedTo, offersTo, ok, round, startWork } from "#sim/testing/courier-at-work";
import { placed } from "#sim/testing/place";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await startWork(world, "courier1");
});
afterAll(() => world.close());

const manager = () => world.as("manager");
const alertsOf = (id: Id) => world.owner`select kind, state from alerts where subject_id = ${id} order by kind`;
const refund = (id: Id, amountMinor: number) =>
  manager().post(`/orders/${id}/refund`, { refundId: world.deps.newId(), amountMinor });

/** The courier has the order and cannot hand it over. */
async function fail(deliveryId: Id): Promise<void> {
  const courier = world.as("courier1");
  ok(await courier.post(`/deliveries/${deliveryId}/pick-up`));
  ok(await courier.post(`/deliveries/${deliveryId}/fail`, { reason: "customer_unreachable" }));
}

/** An order that was paid in the chat and that nobody opened the door for. */
async function paidAndFailed(): Promise<OrderView> {
  const { id, totalMinor, currency } = await placed(world, { paymentMethod: "invoice" });
  const charge = { providerChargeId: `p-${id}`, telegramChargeId: `t-${id}`, amountMinor: totalMinor, currency };
  ok(await world.as("customer").post(`/orders/${id}/payment`, charge));
  ok(await world.as("kitchen").post(`/orders/${id}/confirm`, { readyInMinutes: 0 }));
  await round(world);
  const [offer] = await offersTo(world, "courier1");
  ok(await world.as("courier1").post(`/offers/${offer!.id}/accept`));
  const { delivery } = ok<OrderView>(await manager().get(`/orders/${id}`));
  await fail(delivery!.id);
  return ok<OrderView>(await manager().get(`/orders/${id}`));
}

describe("an order that could not be handed over", () => {
  it("rings somebody when it was paid, until all of it is given back", async () => {
    const { id, totalMinor, payment, refundableMinor } = await paidAndFailed();
    expect({ payment, refundableMinor }).toEqual({ payment: "paid", refundableMinor: totalMinor });
    const trouble = { kind: "payment_trouble", state: "ringing" };
    expect(await alertsOf(id)).toContainEqual(trouble);
    expect(ok(await refund(id, 100))).toMatchObject({ refundableMinor: totalMinor - 100 });
    expect(await alertsOf(id)).toContainEqual(trouble);
    expect(ok(await refund(id, totalMinor - 100))).toMatchObject({ payment: "refunded", refundableMinor: 0 });
    expect(await alertsOf(id)).toContainEqual({ ...trouble, state: "resolved" });
  });

  it("rings nobody about money when nothing was paid", async () => {
    const { orderId, deliveryId } = await assignedTo(world, "courier1");
    await fail(deliveryId);
    expect((await alertsOf(orderId)).map(({ kind }) => kind)).not.toContain("payment_trouble");
  });

  it("keeps no branch from being closed for good", async () => {
    const open = await world.owner`select status from orders where status not in ('failed', 'cancelled')`;
    expect(open).toEqual([]);
    expect(await manager().post(`/branches/${world.seeded.branches.plov!}/archive`)).toMatchObject({ status: 200 });
  });
});
