import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "#api/platform/database";
import { branches, deliveries, orderContacts, orderLines, orders, tripStops, trips } from "#drizzle/schema/index";
import type { BagLine, TripStop, TripView } from "#shared/contracts/trip";
import { deliveryActionsFor, TERMINAL_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import type { Doer } from "#shared/kernel/role";

/** Trips with their stops in order of driving, the trip that was taken first in front. */
export async function tripViews(tx: Tx, where: SQL | undefined, asker: Doer): Promise<TripView[]> {
  const rows = await tx.select().from(trips).where(where).orderBy(asc(trips.statusAt), asc(trips.id)).limit(50);
  if (rows.length === 0) return [];
  const stops = await stopRows(
    tx,
    and(
      eq(tripStops.organisationId, rows[0]!.organisationId),
      inArray(
        tripStops.tripId,
        rows.map(({ id }) => id),
      ),
    ),
  );
  const bags = await bagsOf(tx, rows[0]!.organisationId, [...new Set(stops.map(({ order }) => order.id))]);
  return rows.map((trip) => ({
    id: trip.id,
    status: trip.status,
    version: trip.version,
    courierId: trip.courierId,
    currency: trip.currency,
    payMinor: trip.payMinor,
    distanceMetres: trip.distanceMetres,
    stops: stops
      .filter(({ stop }) => stop.tripId === trip.id)
      .map((row) => toStop(row, bags.get(row.order.id) ?? [], asker)),
  }));
}

const stopRows = (tx: Tx, where: SQL | undefined) =>
  tx
    .select({ stop: tripStops, delivery: deliveries, order: orders, branch: branches, contact: orderContacts })
    .from(tripStops)
    .innerJoin(
      deliveries,
      and(eq(deliveries.organisationId, tripStops.organisationId), eq(deliveries.id, tripStops.deliveryId)),
    )
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .innerJoin(
      branches,
      and(eq(branches.organisationId, deliveries.organisationId), eq(branches.id, deliveries.branchId)),
    )
    .leftJoin(
      orderContacts,
      and(eq(orderContacts.organisationId, orders.organisationId), eq(orderContacts.orderId, orders.id)),
    )
    .where(where)
    .orderBy(tripStops.position);
type StopRow = Awaited<ReturnType<typeof stopRows>>[number];

/** What each order consists of, in the order of its receipt. */
async function bagsOf(tx: Tx, organisationId: Id, orderIds: Id[]): Promise<Map<Id, BagLine[]>> {
  const lines = await tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.organisationId, organisationId), inArray(orderLines.orderId, orderIds)))
    .orderBy(asc(orderLines.position));
  const bags = new Map<Id, BagLine[]>(orderIds.map((id) => [id, []]));
  for (const { orderId, name, quantity, modifiers } of lines)
    bags.get(orderId)!.push({ name, quantity, modifiers: modifiers.map((modifier) => modifier.name) });
  return bags;
}

function toStop({ stop, delivery, order, branch, contact }: StopRow, lines: BagLine[], asker: Doer): TripStop {
  // Whoever has brought it needs the door and the phone no more; whose delivery was taken away, neither.
  const stillHis = delivery.tripId === stop.tripId && !TERMINAL_DELIVERY_STATUSES.includes(delivery.status);
  const door = stop.kind === "dropoff" && stillHis ? contact : null;
  const pickup = stop.kind === "pickup";
  return {
    id: stop.id,
    position: stop.position,
    kind: stop.kind,
    status: stop.status,
    point: { lat: stop.lat, lng: stop.lng },
    deliveryId: delivery.id,
    deliveryStatus: delivery.status,
    orderId: order.id,
    orderCode: order.code,
    lines,
    branchName: branch.name,
    addressText: pickup ? branch.addressText : (door?.addressText ?? null),
    landmark: door?.landmark ?? null,
    voiceMediaId: door?.voiceMediaId ?? null,
    name: door?.name ?? null,
    phone: pickup ? branch.phone : (door?.phone ?? null),
    note: door?.note ?? null,
    cashToCollectMinor: delivery.cashToCollectMinor,
    cashGivenMinor: order.cashGivenMinor,
    pinLocked: delivery.pinLockedAt !== null,
    readyAt: delivery.readyAt.toISOString(),
    promisedAt: delivery.promisedAt.toISOString(),
    arrivedAt: stop.arrivedAt?.toISOString() ?? null,
    doneAt: stop.doneAt?.toISOString() ?? null,
    actions: stillHis ? deliveryActionsFor(delivery.status, asker) : [],
  };
}
