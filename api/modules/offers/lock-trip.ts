import { and, asc, eq, inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { couriers, deliveries, orders, tripStops } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

export type CourierRow = typeof couriers.$inferSelect;

/**
 * The courier, held until this transaction ends: always the first to be taken, before orders and deliveries. Two taps
 * of one person come one after the other, so that what he carries can be counted.
 * @throws Refusal `courier.not_found`
 */
export async function lockCourier({ tx, actor }: Work, courierId: Id): Promise<CourierRow> {
  const [courier] = await tx
    .select()
    .from(couriers)
    .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, courierId)))
    .for("no key update");
  if (!courier) throw new Refusal("courier.not_found");
  return courier;
}

/** The deliveries of a trip and, before them, their orders; held, each in the order of their ids. */
export async function lockDeliveriesOf({ tx, actor }: Work, tripId: Id): Promise<(typeof deliveries.$inferSelect)[]> {
  const { organisationId } = actor;
  const onTrip = tx
    .selectDistinct({ id: tripStops.deliveryId })
    .from(tripStops)
    .where(and(eq(tripStops.organisationId, organisationId), eq(tripStops.tripId, tripId)));
  const ordersOfIt = tx
    .select({ id: deliveries.orderId })
    .from(deliveries)
    .where(and(eq(deliveries.organisationId, organisationId), inArray(deliveries.id, onTrip)));
  const [, rows] = await Promise.all([
    tx
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.organisationId, organisationId), inArray(orders.id, ordersOfIt)))
      .orderBy(asc(orders.id))
      .for("update"),
    tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.organisationId, organisationId), inArray(deliveries.id, onTrip)))
      .orderBy(asc(deliveries.id))
      .for("update"),
  ]);
  return rows;
}
