import type { z } from "zod";
import { runRounds } from "#api/modules/dispatch/run-rounds";
import type { OfferList, OfferView } from "#shared/contracts/offer";
import type { PositionsAnswer } from "#shared/contracts/position";
import type { Point } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { placed } from "./place";
import type { Reply, World } from "./world";

/** The counter of the plov branch of the seed. */
export const COUNTER: Point = { lat: 41.3266, lng: 69.2351 };

/** Fails with what the API said when it said no. */
export function ok<T>(reply: Reply): T {
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body as T;
}

/** The courier begins work and shares where he is: at the counter, unless `point` says else. */
export async function startWork(world: World, courier: string, point: Point = COUNTER): Promise<void> {
  ok(await world.as(courier).post("/couriers/me/go-online"));
  await share(world, courier, point);
}

export async function share(world: World, courier: string, point: Point): Promise<z.infer<typeof PositionsAnswer>> {
  const atMs = world.clock.now().getTime();
  return ok(await world.as(courier).post("/couriers/me/positions", { positions: [{ atMs, ...point }] }));
}

export type Confirmed = { orderId: Id; deliveryId: Id; pin: string };

/** An order of the seed's customer whose food stands on the counter: its delivery waits for a courier. */
export async function confirmed(world: World, change: Record<string, unknown> = {}): Promise<Confirmed> {
  const order = await placed(world, change);
  ok(await world.as("kitchen").post(`/orders/${order.id}/confirm`, { readyInMinutes: 0 }));
  const [delivery] = await world.owner<{ id: Id; pin: string }[]>`
    select id, pin from deliveries where order_id = ${order.id} order by created_at desc limit 1`;
  return { orderId: order.id, deliveryId: delivery!.id, pin: delivery!.pin };
}

/** One dispatch round of the seed's city, now. */
export const round = (world: World) => runRounds(world.deps, { regionId: world.seeded.regionId });

/** What this courier is asked now. */
export async function offersTo(world: World, courier: string): Promise<OfferView[]> {
  return ok<z.infer<typeof OfferList>>(await world.as(courier).get("/offers")).offers;
}

/** The status of a delivery, as the database has it. */
export async function statusOf(world: World, deliveryId: Id): Promise<string> {
  const [row] = await world.owner`select status from deliveries where id = ${deliveryId}`;
  return row!.status;
}

/** A confirmed order that this courier, already at work, has accepted. */
export async function assignedTo(world: World, courier: string, change: Record<string, unknown> = {}) {
  const order = await confirmed(world, change);
  await round(world);
  const [offer] = await offersTo(world, courier);
  ok(await world.as(courier).post(`/offers/${offer!.id}/accept`));
  return order;
}
