import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { couriers, deliveries, orders, profiles } from "#drizzle/schema/index";
import type { DeliveryView } from "#shared/contracts/delivery";
import { DeliveryAction, deliveryActionsFor } from "#shared/delivery/delivery-status";
import type { Doer } from "#shared/kernel/role";

/** Deliveries of this organisation as the actor may see them, the oldest first. */
export async function deliveryViews({ tx, actor }: Pick<Work, "tx" | "actor">, which: SQL | undefined) {
  const rows = await tx
    .select({
      delivery: deliveries,
      code: orders.code,
      currency: orders.currency,
      courier: couriers,
      profile: profiles,
    })
    .from(deliveries)
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .leftJoin(
      couriers,
      and(eq(couriers.organisationId, deliveries.organisationId), eq(couriers.id, deliveries.courierId)),
    )
    .leftJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .where(and(eq(deliveries.organisationId, actor.organisationId), which))
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id))
    .limit(500);
  return rows.map((row) => toView(row, actor.roles));
}

type Row = {
  delivery: typeof deliveries.$inferSelect;
  code: string;
  currency: DeliveryView["currency"];
  courier: typeof couriers.$inferSelect | null;
  profile: typeof profiles.$inferSelect | null;
};

const toView = ({ delivery, code, currency, courier, profile }: Row, roles: readonly Doer[]): DeliveryView => ({
  id: delivery.id,
  orderId: delivery.orderId,
  orderCode: code,
  branchId: delivery.branchId,
  status: delivery.status,
  statusAt: delivery.statusAt.toISOString(),
  version: delivery.version,
  tripId: delivery.tripId,
  courier: courier && {
    id: courier.id,
    firstName: profile?.firstName ?? "",
    phone: profile?.phone ?? null,
    vehicle: courier.vehicle,
  },
  pickup: { lat: delivery.pickupLat, lng: delivery.pickupLng },
  dropoff: { lat: delivery.dropoffLat, lng: delivery.dropoffLng },
  distanceMetres: delivery.distanceMetres,
  readyAt: delivery.readyAt.toISOString(),
  promisedAt: delivery.promisedAt.toISOString(),
  currency,
  cashToCollectMinor: delivery.cashToCollectMinor,
  pinLocked: delivery.pinLockedAt !== null,
  reason: delivery.reason,
  ladder: { step: delivery.ladderStep, tries: delivery.ladderTries, since: delivery.ladderSince.toISOString() },
  pinnedCourierId: delivery.pinnedCourierId,
  keepApart: delivery.keepApart,
  actions: DeliveryAction.options.filter((action) =>
    roles.some((role) => deliveryActionsFor(delivery.status, role).includes(action)),
  ),
});
