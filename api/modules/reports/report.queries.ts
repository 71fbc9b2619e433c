import type { TransactionSql } from "postgres";
import type { Actor } from "#api/platform/actor";
import { reachOf } from "#api/platform/must-may";
import type { ReportBy, ReportRow } from "#shared/contracts/report";
import type { Id } from "#shared/kernel/ids";
import type { Currency } from "#shared/kernel/money";

export type Span = { from: string; to: string; by: ReportBy | "all"; branchId: Id | undefined; currency: Currency };
type Record = { [Name in keyof ReportRow]: ReportRow[Name] extends number | null ? string | null : ReportRow[Name] };

/** Figures of the orders of a span of days, each counted on the wall of its own branch. */
export async function readFigures(sql: TransactionSql, actor: Actor, span: Span): Promise<ReportRow[]> {
  const { organisationId } = actor;
  const branches = reachOf(actor, "report.see");
  const { from, to, by, branchId, currency } = span;
  const { key, name, join } = groupOf(sql, by);
  const rows = await sql<Record[]>`
    select ${key} as key, ${name} as name, count(*) as orders,
      count(*) filter (where o.status = 'delivered') as delivered,
      coalesce(sum(o.total_minor) filter (where o.status = 'delivered'), 0) as "salesMinor",
      round(avg(o.total_minor) filter (where o.status = 'delivered')) as "averageOrderMinor",
      avg(extract(epoch from o.closed_at - coalesce(o.scheduled_for, o.placed_at)) / 60)
        filter (where o.status = 'delivered' and o.scheduled_for is null) as "deliveryMinutes",
      avg((o.closed_at > o.promised_at)::int) filter (where o.status = 'delivered') as "lateShare",
      count(*) filter (where o.status in ('rejected', 'cancelled', 'failed', 'returned')) as lost
    from orders o
    join branches b on b.organisation_id = o.organisation_id and b.id = o.branch_id
    ${join}
    where o.organisation_id = ${organisationId} and b.currency = ${currency}
      and o.status not in ('awaiting_payment', 'expired')
      and o.placed_at >= (${from}::date - interval '14 hours') at time zone 'UTC'
      and o.placed_at < (${to}::date + interval '38 hours') at time zone 'UTC'
      and (o.placed_at at time zone b.timezone)::date between ${from}::date and ${to}::date
      ${branches === "all" ? sql`` : sql`and o.branch_id = any(${[...branches]}::uuid[])`}
      ${branchId ? sql`and o.branch_id = ${branchId}` : sql``}
    group by 1 order by 1`;
  return rows.map(numbers);
}

const nothing = (sql: TransactionSql) => sql``;

/** What the orders are put together by. A courier's orders are those that they had last. */
function groupOf(sql: TransactionSql, by: ReportBy | "all") {
  const unnamed = { name: sql`null::jsonb`, join: nothing(sql) };
  switch (by) {
    case "all":
      return { key: sql`'all'`, ...unnamed };
    case "day":
      return { key: sql`to_char(o.placed_at at time zone b.timezone, 'YYYY-MM-DD')`, ...unnamed };
    case "hour":
      return { key: sql`extract(hour from o.placed_at at time zone b.timezone)::text`, ...unnamed };
    case "branch":
      return { key: sql`o.branch_id::text`, name: sql`(array_agg(b.name))[1]`, join: nothing(sql) };
    case "courier":
      return { key: sql`r.id::text`, name: sql`jsonb_build_object('en', min(r.name))`, join: lastCourier(sql) };
  }
}

const lastCourier = (sql: TransactionSql) => sql`
  join lateral (
    select c.id, coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), '?') as name from deliveries d
    join couriers c on c.organisation_id = d.organisation_id and c.id = d.courier_id
    left join profiles p on p.organisation_id = c.organisation_id and p.account_id = c.account_id
    where d.organisation_id = o.organisation_id and d.order_id = o.id
    order by d.created_at desc limit 1) r on true`;

const number = (text: string | null): number | null => (text === null ? null : Number(text));

const numbers = (row: Record): ReportRow => ({
  key: row.key,
  name: row.name,
  orders: Number(row.orders),
  delivered: Number(row.delivered),
  salesMinor: Number(row.salesMinor),
  averageOrderMinor: number(row.averageOrderMinor),
  deliveryMinutes: number(row.deliveryMinutes),
  lateShare: number(row.lateShare),
  lost: Number(row.lost),
});
