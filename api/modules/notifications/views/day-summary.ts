import { and, eq, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { branches, orders } from "#drizzle/schema/index";
import type { DaySummary } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** A branch's day by its own calendar: what was placed then, and what has become of it since. */
export async function daySummary(
  { tx, actor }: Work,
  { branchId, day }: { branchId: Id; day: string },
): Promise<DaySummary> {
  const [row] = await tx
    .select({
      branchName: branches.name,
      currency: branches.currency,
      placed: sql<number>`count(${orders.id})::int`,
      delivered: sql<number>`(count(*) filter (where ${orders.status} = 'delivered'))::int`,
      lost: sql<number>`(count(*) filter (where ${orders.status} in ('rejected', 'cancelled', 'failed', 'returned')))::int`,
      late: sql<number>`(count(*) filter (where ${orders.status} = 'delivered' and ${orders.closedAt} > ${orders.promisedAt}))::int`,
      salesMinor: sql<string>`coalesce(sum(${orders.totalMinor}) filter (where ${orders.status} = 'delivered'), 0)`,
      medianMinutes: sql<number | null>`percentile_cont(0.5) within group (order by
        extract(epoch from ${orders.closedAt} - ${orders.placedAt}) / 60) filter (where ${orders.status} = 'delivered')`,
    })
    .from(branches)
    .leftJoin(
      orders,
      and(
        eq(orders.organisationId, branches.organisationId),
        eq(orders.branchId, branches.id),
        sql`${orders.status} not in ('awaiting_payment', 'expired')`,
        sql`${orders.placedAt} >= (${day}::date)::timestamp at time zone ${branches.timezone}`,
        sql`${orders.placedAt} < (${day}::date + 1)::timestamp at time zone ${branches.timezone}`,
      ),
    )
    .where(and(eq(branches.organisationId, actor.organisationId), eq(branches.id, branchId)))
    .groupBy(branches.organisationId, branches.id);
  if (!row) throw new Refusal("branch.not_found");
  return { branchId, day, ...row, salesMinor: Number(row.salesMinor) };
}
