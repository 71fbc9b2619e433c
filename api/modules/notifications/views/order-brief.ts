import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { branches, deliveries, orders } from "#drizzle/schema/index";
import type { OrderBrief } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";

/** Enough of an order to speak of it, found by its own id or by that of its delivery; `null`: neither. */
export async function orderBrief({ tx, actor }: Work, orderOrDeliveryId: Id): Promise<OrderBrief | null> {
  const { organisationId } = actor;
  const ofDelivery = tx
    .select({ orderId: deliveries.orderId })
    .from(deliveries)
    .where(and(eq(deliveries.organisationId, organisationId), eq(deliveries.id, orderOrDeliveryId)));
  const [row] = await briefRows(
    tx,
    organisationId,
    or(eq(orders.id, orderOrDeliveryId), sql`${orders.id} = (${ofDelivery})`),
  );
  return row ? briefOf(row) : null;
}

/** Of several orders, by id. */
export async function orderBriefs({ tx, actor }: Work, ids: readonly Id[]): Promise<Map<Id, OrderBrief>> {
  const rows = await briefRows(tx, actor.organisationId, inArray(orders.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.order.id, briefOf(row)]));
}

const briefRows = (tx: Work["tx"], organisationId: Id, which: SQL | undefined) =>
  tx
    .select({ order: orders, branchName: branches.name })
    .from(orders)
    .innerJoin(branches, and(eq(branches.organisationId, orders.organisationId), eq(branches.id, orders.branchId)))
    .where(and(eq(orders.organisationId, organisationId), which));

function briefOf({ order, branchName }: Awaited<ReturnType<typeof briefRows>>[number]): OrderBrief {
  const { id, code, status, currency, totalMinor, placedAt, promisedAt } = order;
  return {
    id,
    code,
    status,
    branchName,
    currency,
    totalMinor,
    placedAt: placedAt.toISOString(),
    promisedAt: promisedAt.toISOString(),
  };
}
