import { and, asc, eq, inArray, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "#api/platform/actor";
import { reachOf } from "#api/platform/must-may";
import type { Work } from "#api/platform/with-actor";
import { couriers, deliveries, orderContacts, orders, profiles, zones } from "#drizzle/schema/index";
import type { BoardZone } from "#shared/contracts/board";
import { CARRIED_DELIVERY_STATUSES, LIVE_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";

type Reader = Pick<Work, "tx" | "actor">;
/** A branch with more open orders than this has other troubles. */
const OPEN_MAX = 1_000;
const COURIERS_MAX = 2_000;

/** Of the branches that this person answers for. */
const within = (actor: Actor, column: typeof orders.branchId | typeof zones.branchId): SQL | undefined => {
  const branches = reachOf(actor, "board.see");
  return branches === "all" ? undefined : inArray(column, [...branches]);
};

const sameOrganisation = eq(deliveries.organisationId, orders.organisationId);
/** An order has at most one delivery that is not over. */
export const liveDelivery = and(
  sameOrganisation,
  eq(deliveries.orderId, orders.id),
  inArray(deliveries.status, [...LIVE_DELIVERY_STATUSES]),
);

/** Open orders that somebody can act on, the oldest promise first. */
export const openOrderRows = ({ tx, actor }: Reader, only?: readonly Id[]) =>
  tx
    .select({ order: orders, delivery: deliveries, addressText: orderContacts.addressText })
    .from(orders)
    .leftJoin(deliveries, liveDelivery)
    .leftJoin(
      orderContacts,
      and(eq(orderContacts.organisationId, orders.organisationId), eq(orderContacts.orderId, orders.id)),
    )
    .where(
      and(
        eq(orders.organisationId, actor.organisationId),
        within(actor, orders.branchId),
        isNull(orders.closedAt),
        notInArray(orders.status, ["awaiting_payment"]),
        only && inArray(orders.id, [...only]),
      ),
    )
    .orderBy(asc(orders.promisedAt), asc(orders.id))
    .limit(OPEN_MAX);
export type OpenOrderRow = Awaited<ReturnType<typeof openOrderRows>>[number];

const carried = sql.raw(CARRIED_DELIVERY_STATUSES.map((status) => `'${status}'`).join());

/** Couriers who work, and those who do not but still have an order; by name. */
export const workingCourierRows = ({ tx, actor }: Reader, only?: readonly Id[]) => {
  // Counted in one pass over what is under way: a subquery per courier would be a thousand of them.
  const load = tx
    .select({ courierId: deliveries.courierId, activeOrders: sql<number>`count(*)::int`.as("active_orders") })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        isNull(deliveries.closedAt),
        sql`${deliveries.status} in (${carried})`,
      ),
    )
    .groupBy(deliveries.courierId)
    .as("load");
  return tx
    .select({ courier: couriers, firstName: profiles.firstName, activeOrders: load.activeOrders })
    .from(couriers)
    .leftJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .leftJoin(load, eq(load.courierId, couriers.id))
    .where(
      and(
        eq(couriers.organisationId, actor.organisationId),
        eq(couriers.status, "active"),
        or(inArray(couriers.state, ["online", "on_break"]), sql`${load.activeOrders} > 0`),
        only && inArray(couriers.id, [...only]),
      ),
    )
    .orderBy(asc(profiles.firstName), asc(couriers.id))
    .limit(COURIERS_MAX);
};
export type WorkingCourierRow = Awaited<ReturnType<typeof workingCourierRows>>[number];

/** The areas of the branches that this person answers for. */
export async function boardZones({ tx, actor, at }: Pick<Work, "tx" | "actor" | "at">): Promise<BoardZone[]> {
  const rows = await tx
    .select({
      id: zones.id,
      branchId: zones.branchId,
      name: zones.name,
      polygon: zones.polygon,
      pausedUntil: zones.pausedUntil,
    })
    .from(zones)
    .where(and(eq(zones.organisationId, actor.organisationId), within(actor, zones.branchId), isNull(zones.archivedAt)))
    .orderBy(asc(zones.name), asc(zones.id));
  return rows.map(({ pausedUntil, ...zone }) => ({
    ...zone,
    pausedUntil: pausedUntil && pausedUntil > at ? pausedUntil.toISOString() : null,
  }));
}
