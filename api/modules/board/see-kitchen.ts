import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { type Person, staffOf } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, couriers, deliveries, orderContacts, orderLines, orders, profiles } from "#drizzle/schema/index";
import type { KitchenOrder, KitchenView } from "#shared/contracts/board";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { liveDelivery } from "./board.queries";

/**
 * What a kitchen has to do now, the first that must be ready first. Scheduled orders come when they are released.
 * @throws Refusal `auth.not_allowed`, `branch.not_found` for staff of another branch
 */
export const seeKitchen = (deps: Deps, actor: Person, { branchId }: { branchId: Id }): Promise<KitchenView> => {
  mustMay(actor, "kitchen.see");
  if (!staffOf(actor, branchId)) throw new Refusal("branch.not_found");
  return withActor(deps, actor, async (work) => {
    const [[branch], rows] = await Promise.all([branchOf(work, branchId), openRows(work, branchId)]);
    if (!branch) throw new Refusal("branch.not_found");
    const lines = await linesOf(
      work,
      rows.map(({ order }) => order.id),
    );
    return {
      at: work.at.toISOString(),
      branchId,
      ...branch,
      orders: rows.map((row) => toKitchenOrder(row, lines.get(row.order.id) ?? [])),
    };
  });
};

const branchOf = ({ tx, actor }: Work, branchId: Id) =>
  tx
    .select({
      branchName: branches.name,
      timezone: branches.timezone,
      preparationMinutes: branches.preparationMinutes,
    })
    .from(branches)
    .where(and(eq(branches.organisationId, actor.organisationId), eq(branches.id, branchId)));

const openRows = ({ tx, actor }: Work, branchId: Id) =>
  tx
    .select({
      order: orders,
      note: orderContacts.note,
      deliveryStatus: deliveries.status,
      vehicle: couriers.vehicle,
      firstName: profiles.firstName,
    })
    .from(orders)
    .leftJoin(
      orderContacts,
      and(eq(orderContacts.organisationId, orders.organisationId), eq(orderContacts.orderId, orders.id)),
    )
    .leftJoin(deliveries, liveDelivery)
    .leftJoin(
      couriers,
      and(eq(couriers.organisationId, deliveries.organisationId), eq(couriers.id, deliveries.courierId)),
    )
    .leftJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .where(
      and(
        eq(orders.organisationId, actor.organisationId),
        eq(orders.branchId, branchId),
        inArray(orders.status, ["placed", "confirmed", "preparing", "ready"]),
        or(isNull(orders.releaseAt), inArray(orders.status, ["confirmed", "preparing", "ready"])),
      ),
    )
    .orderBy(asc(orders.readyAt), asc(orders.placedAt), asc(orders.id))
    .limit(300);
type Row = Awaited<ReturnType<typeof openRows>>[number];

async function linesOf({ tx, actor }: Work, orderIds: readonly Id[]): Promise<Map<Id, KitchenOrder["lines"]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.organisationId, actor.organisationId), inArray(orderLines.orderId, [...orderIds])))
    .orderBy(asc(orderLines.position));
  const grouped = Map.groupBy(rows, ({ orderId }) => orderId);
  return new Map([...grouped].map(([id, lines]) => [id, lines.map(toLine)]));
}

const toLine = ({ name, quantity, modifiers }: typeof orderLines.$inferSelect): KitchenOrder["lines"][number] => ({
  name,
  quantity,
  modifiers: modifiers.map((modifier) => modifier.name),
});

const toKitchenOrder = ({ order, note, deliveryStatus, vehicle, firstName }: Row, lines: KitchenOrder["lines"]) => ({
  id: order.id,
  code: order.code,
  status: order.status,
  version: order.version,
  fulfilment: order.fulfilment,
  placedAt: order.placedAt.toISOString(),
  promisedAt: order.promisedAt.toISOString(),
  readyAt: order.readyAt?.toISOString() ?? null,
  scheduledFor: order.scheduledFor?.toISOString() ?? null,
  note,
  lines,
  courier: vehicle && { firstName: firstName ?? "", vehicle, atCounter: deliveryStatus === "at_pickup" },
});
