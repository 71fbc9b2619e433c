import { and, asc, eq } from "drizzle-orm";
import { anyOf } from "#api/platform/any-of";
import type { Work } from "#api/platform/with-actor";
import { deliveries, orders, tripStops } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

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
    .where(and(eq(deliveries.organisationId, organisationId), anyOf(deliveries.id, onTrip)));
  const [, rows] = await Promise.all([
    tx
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.organisationId, organisationId), anyOf(orders.id, ordersOfIt)))
      .orderBy(asc(orders.id))
      .for("no key update"),
    tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.organisationId, organisationId), anyOf(deliveries.id, onTrip)))
      .orderBy(asc(deliveries.id))
      .for("no key update"),
  ]);
  return rows;
}
