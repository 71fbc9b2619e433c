import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { couriers, deliveries, profiles } from "#drizzle/schema/index";
import type { CourierView } from "#shared/contracts/courier";
import { CARRIED_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

type Reader = Pick<Work, "tx" | "actor">;

const carried = sql.raw(CARRIED_DELIVERY_STATUSES.map((status) => `'${status}'`).join());

/** Couriers of this organisation, by name. */
export async function courierViews({ tx, actor }: Reader, which: SQL | undefined): Promise<CourierView[]> {
  const rows = await tx
    .select({
      courier: couriers,
      profile: profiles,
      activeOrders: sql<string>`(select count(*) from ${deliveries}
        where ${deliveries.organisationId} = ${couriers.organisationId} and ${deliveries.courierId} = ${couriers.id}
          and ${deliveries.closedAt} is null and ${deliveries.status} in (${carried}))`,
    })
    .from(couriers)
    .leftJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .where(and(eq(couriers.organisationId, actor.organisationId), which))
    .orderBy(asc(profiles.firstName), asc(couriers.id))
    .limit(1_000);
  return rows.map(({ courier, profile, activeOrders }) => toView(courier, profile, Number(activeOrders)));
}

/** @throws Refusal `courier.not_found` */
export async function courierView(reader: Reader, id: Id): Promise<CourierView> {
  const [view] = await courierViews(reader, inArray(couriers.id, [id]));
  if (!view) throw new Refusal("courier.not_found");
  return view;
}

const toView = (
  courier: typeof couriers.$inferSelect,
  profile: typeof profiles.$inferSelect | null,
  activeOrders: number,
): CourierView => ({
  id: courier.id,
  accountId: courier.accountId,
  firstName: profile?.firstName ?? "",
  lastName: profile?.lastName ?? null,
  phone: profile?.phone ?? null,
  vehicle: courier.vehicle,
  capacity: courier.capacity,
  status: courier.status,
  state: courier.state,
  stateAt: courier.stateAt.toISOString(),
  rating: courier.ratingCount > 0 ? courier.ratingSum / courier.ratingCount : null,
  acceptanceRate: courier.offersDecided > 0 ? courier.offersAccepted / courier.offersDecided : null,
  currency: courier.currency,
  dailyGuaranteeMinor: courier.dailyGuaranteeMinor,
  cashLimitMinor: courier.cashLimitMinor,
  activeOrders,
  position:
    courier.lastLat !== null && courier.lastLng !== null && courier.lastPositionAt
      ? { lat: courier.lastLat, lng: courier.lastLng, at: courier.lastPositionAt.toISOString() }
      : null,
});
