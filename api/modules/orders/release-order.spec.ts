import { afterAll, describe, expect, it } from "vitest";
import type { OrderSummary, OrderView } from "#shared/contracts/order";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";
import { releaseOrder } from "./release-order";

const world = await createWorld();
afterAll(() => world.close());
const { organisationId } = world.seeded;
const inHours = (hours: number) => new Date(world.clock.now().getTime() + hours * 3_600_000).toISOString();
const rings = (orderId: string) => world.owner`select state from alerts where subject_id = ${orderId}`;
const boardCards = (orderId: string) =>
  world.owner`select 1 from notifications where subject_id = ${orderId} and kind = 'order.board_card'`;
const confirm = (id: string, readyInMinutes: number) =>
  world.as("kitchen").post(`/orders/${id}/confirm`, { readyInMinutes });

describe("a scheduled order", () => {
  it("is promised for its time and alerts nobody before the kitchen has to begin", async () => {
    const order = await placed(world, { scheduledFor: inHours(5) });
    expect(order).toMatchObject({ status: "placed", promisedAt: order.scheduledFor, releaseAt: expect.any(String) });
    expect(await rings(order.id)).toHaveLength(0);
    expect(await boardCards(order.id)).toHaveLength(0);
  });

  it("rings the shop when its time has come, once, and never early", async () => {
    const order = await placed(world, { scheduledFor: inHours(5) });
    await releaseOrder(world.deps, organisationId, order.id);
    expect(await rings(order.id)).toHaveLength(0);
    world.clock.set(new Date(order.releaseAt!));
    await Promise.all([1, 2].map(() => releaseOrder(world.deps, organisationId, order.id)));
    expect(await rings(order.id)).toEqual([{ state: "ringing" }]);
    expect(await boardCards(order.id)).toHaveLength(1);
    expect((await world.as("customer").get(`/orders/${order.id}`)).body).toMatchObject({ releaseAt: null });
  });

  it("that is to be paid rings when both have happened", async () => {
    const order = await placed(world, { scheduledFor: inHours(5), paymentMethod: "invoice" });
    const paid = { providerChargeId: "p", telegramChargeId: "t", amountMinor: order.totalMinor, currency: "UZS" };
    await world.as("customer").post(`/orders/${order.id}/payment`, paid);
    expect(await rings(order.id)).toHaveLength(0);
    world.clock.set(new Date(order.releaseAt!));
    await releaseOrder(world.deps, organisationId, order.id);
    expect(await rings(order.id)).toHaveLength(1);
  });

  it("is not begun by being accepted early, and keeps its promise", async () => {
    const order = await placed(world, { scheduledFor: inHours(5) });
    const [before] = await world.owner`select ready_at from orders where id = ${order.id}`;
    const taken = await confirm(order.id, 20);
    expect(taken).toMatchObject({ status: 200, body: { status: "confirmed", promisedAt: order.promisedAt } });
    const [after] = await world.owner`select ready_at, said_ready_at from orders where id = ${order.id}`;
    expect(after).toEqual({ ready_at: before!.ready_at, said_ready_at: null });
  });

  it("comes later when the kitchen says that it takes until after its time", async () => {
    const order = await placed(world, { scheduledFor: inHours(3) });
    const taken = await confirm(order.id, 240);
    expect(Date.parse((taken.body as OrderSummary).promisedAt)).toBeGreaterThan(Date.parse(order.promisedAt));
    const [row] = await world.owner`select ready_at, said_ready_at from orders where id = ${order.id}`;
    expect(row!.said_ready_at).toEqual(row!.ready_at);
  });

  it("is left alone when it was cancelled before its time", async () => {
    const order = await placed(world, { scheduledFor: inHours(5) });
    await world.as("customer").post(`/orders/${order.id}/cancel`, { reason: "changed_mind" });
    world.clock.set(new Date(order.releaseAt!));
    await releaseOrder(world.deps, organisationId, order.id);
    expect(await rings(order.id)).toHaveLength(0);
    const view = (await world.as("customer").get(`/orders/${order.id}`)).body as OrderView;
    expect(view).toMatchObject({ status: "cancelled", payment: "void" });
  });
});
