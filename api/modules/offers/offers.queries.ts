import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { branches, deliveries, offers, orderLines, orders, tripStops, trips } from "#drizzle/schema/index";
import type { OfferView } from "#shared/contracts/offer";

/** Offers of this organisation with what they are about, the one that ends first in front. */
export async function offerViews(
  { tx, actor, at }: Pick<Work, "tx" | "actor" | "at">,
  which: SQL | undefined,
): Promise<OfferView[]> {
  const rows = await tx
    .select({ offer: offers, trip: trips })
    .from(offers)
    .innerJoin(trips, and(eq(trips.organisationId, offers.organisationId), eq(trips.id, offers.tripId)))
    .where(and(eq(offers.organisationId, actor.organisationId), which))
    .orderBy(asc(offers.expiresAt), asc(offers.id))
    .limit(100);
  const contents = await contentsOf(
    { tx, actor },
    rows.map(({ trip }) => trip.id),
  );
  return rows.map(({ offer, trip }) => ({
    id: offer.id,
    tripId: offer.tripId,
    mode: offer.mode,
    // Over is over at its second, not when the alarm comes round to write it down.
    status: offer.status === "live" && offer.expiresAt <= at ? "expired" : offer.status,
    version: offer.version,
    currency: trip.currency,
    payMinor: offer.payMinor,
    pickupMetres: offer.pickupMetres,
    tripMetres: trip.distanceMetres,
    reasons: offer.reasons,
    orders: contents.filter(({ tripId }) => tripId === trip.id).map(toOfferedOrder),
    offeredAt: offer.offeredAt.toISOString(),
    expiresAt: offer.expiresAt.toISOString(),
    decidedAt: offer.decidedAt?.toISOString() ?? null,
  }));
}

async function contentsOf({ tx, actor }: Pick<Work, "tx" | "actor">, tripIds: string[]) {
  if (tripIds.length === 0) return [];
  return tx
    .select({
      tripId: tripStops.tripId,
      delivery: deliveries,
      code: orders.code,
      branch: branches,
      itemCount: sql<string>`(select coalesce(sum(${orderLines.quantity}), 0) from ${orderLines}
        where ${orderLines.organisationId} = ${orders.organisationId} and ${orderLines.orderId} = ${orders.id})`,
    })
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
    .where(
      and(
        eq(tripStops.organisationId, actor.organisationId),
        inArray(tripStops.tripId, tripIds),
        eq(tripStops.kind, "dropoff"),
      ),
    )
    .orderBy(asc(tripStops.position));
}

const toOfferedOrder = ({ delivery, code, branch, itemCount }: Awaited<ReturnType<typeof contentsOf>>[number]) => ({
  orderCode: code,
  branchId: branch.id,
  branchName: branch.name,
  branchAddress: branch.addressText,
  pickup: { lat: delivery.pickupLat, lng: delivery.pickupLng },
  dropoffArea: { lat: coarse(delivery.dropoffLat), lng: coarse(delivery.dropoffLng) },
  readyAt: delivery.readyAt.toISOString(),
  promisedAt: delivery.promisedAt.toISOString(),
  cashToCollectMinor: delivery.cashToCollectMinor,
  itemCount: Number(itemCount),
});

/** Three digits: about a hundred metres, so that asking around gives nobody's door away. */
const coarse = (degrees: number): number => Math.round(degrees * 1_000) / 1_000;
