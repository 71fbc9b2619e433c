import { and, asc, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#api/platform/database";
import {
  branches,
  couriers,
  deliveries,
  offers,
  orderContacts,
  orders,
  timeline,
  tripStops,
} from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Cursor } from "./cursor";
import type { Region } from "./region";

const branchColumns = {
  id: branches.id,
  regionId: branches.regionId,
  lat: branches.lat,
  lng: branches.lng,
  timezone: branches.timezone,
  preparationMinutes: branches.preparationMinutes,
};

/** Orders with what an ETA needs to know of branch and courier. `which` chooses them. */
export const journeyRows = (tx: Tx, organisationId: Id, which: SQL | undefined) =>
  tx
    .select({
      order: orders,
      delivery: deliveries,
      vehicle: couriers.vehicle,
      branch: branchColumns,
    })
    .from(orders)
    .innerJoin(branches, and(eq(branches.organisationId, orders.organisationId), eq(branches.id, orders.branchId)))
    .innerJoin(deliveries, and(eq(deliveries.organisationId, orders.organisationId), eq(deliveries.orderId, orders.id)))
    .leftJoin(
      couriers,
      and(eq(couriers.organisationId, deliveries.organisationId), eq(couriers.id, deliveries.courierId)),
    )
    .where(and(eq(orders.organisationId, organisationId), eq(deliveries.organisationId, organisationId), which))
    .orderBy(asc(deliveries.closedAt), asc(deliveries.id));
export type JourneyRow = Awaited<ReturnType<typeof journeyRows>>[number];

/** Delivery orders as they were placed: their branches and doors. */
export const placedRows = (tx: Tx, organisationId: Id, orderIds: readonly Id[]) =>
  tx
    .select({
      id: orders.id,
      placedAt: orders.placedAt,
      scheduledFor: orders.scheduledFor,
      lat: orderContacts.lat,
      lng: orderContacts.lng,
      branch: branchColumns,
    })
    .from(orders)
    .innerJoin(branches, and(eq(branches.organisationId, orders.organisationId), eq(branches.id, orders.branchId)))
    .innerJoin(
      orderContacts,
      and(eq(orderContacts.organisationId, orders.organisationId), eq(orderContacts.orderId, orders.id)),
    )
    .where(and(eq(orders.organisationId, organisationId), inArray(orders.id, [...orderIds])));

/** Deliveries of a region that ended well after the cursor. What was ordered for later says little of how long it takes. */
export const deliveredAfter = (
  { organisationId, regionId }: Region,
  { untilAt, untilId }: Cursor,
  until: Date,
): SQL | undefined =>
  and(
    eq(deliveries.organisationId, organisationId),
    eq(deliveries.regionId, regionId),
    eq(deliveries.status, "delivered"),
    isNull(orders.scheduledFor),
    sql`(${deliveries.closedAt}, ${deliveries.id}) > (${untilAt.toISOString()}::timestamptz, ${untilId}::uuid)`,
    lte(deliveries.closedAt, until),
  );

/** The stops of these trips, the offers that won them, and when these orders were marked ready. */
export async function journeyParts(tx: Tx, organisationId: Id, rows: readonly JourneyRow[]) {
  const tripIds = rows.flatMap(({ delivery }) => (delivery.tripId ? [delivery.tripId] : []));
  const orderIds = rows.map(({ order }) => order.id);
  const [stops, taken, marked] = await Promise.all([
    tripIds.length === 0
      ? []
      : tx
          .select()
          .from(tripStops)
          .where(and(eq(tripStops.organisationId, organisationId), inArray(tripStops.tripId, tripIds)))
          .orderBy(asc(tripStops.tripId), asc(tripStops.position)),
    tripIds.length === 0
      ? []
      : tx
          .select({ tripId: offers.tripId, pickupMetres: offers.pickupMetres, decidedAt: offers.decidedAt })
          .from(offers)
          .where(
            and(
              eq(offers.organisationId, organisationId),
              inArray(offers.tripId, tripIds),
              eq(offers.status, "accepted"),
            ),
          ),
    orderIds.length === 0
      ? []
      : tx
          .select({ orderId: timeline.orderId, at: timeline.at })
          .from(timeline)
          .where(
            and(
              eq(timeline.organisationId, organisationId),
              inArray(timeline.orderId, orderIds),
              eq(timeline.action, "mark_ready"),
            ),
          )
          .orderBy(asc(timeline.at)),
  ]);
  return { stops, taken, marked };
}
export type JourneyParts = Awaited<ReturnType<typeof journeyParts>>;
