import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { Actor } from "#api/platform/actor";
import { readCursor } from "#api/platform/cursor";
import { reachOf } from "#api/platform/must-may";
import type { OrderFilter, OrderSort, OrderTableQuery, OrderTableRow } from "#shared/contracts/order-table";
import { Id } from "#shared/kernel/ids";

type Asked = Pick<OrderTableQuery, "sort" | "direction" | "limit"> &
  OrderFilter & {
    after?: string | undefined;
    /** Counts all that fit as well, up to this many. */
    countMost?: number;
  };
/** A row, its place in the order of the list, and how many fit. */
export type PlacedRow = OrderTableRow & { place: [string, Id]; fit: number | null };

const Place = z.tuple([z.union([z.iso.datetime({ offset: true }), z.string().regex(/^\d{1,15}$/)]), Id]);

/**
 * One page, walked along an index from where the page before has ended: page 1,000 costs what page 1 costs. Names,
 * branch and courier are joined to the rows of the page alone. What somebody is searched by is looked up once, for the
 * page and for the count.
 */
export async function findOrders(sql: TransactionSql, actor: Actor, asked: Asked): Promise<PlacedRow[]> {
  const column = sql(SORT_COLUMNS[asked.sort]);
  const way = asked.direction === "asc" ? sql`asc` : sql`desc`;
  const rows = await sql<PlacedRow[]>`
    with ${asked.q ? sql`named as materialized (${speaksOf(sql, actor.organisationId, asked.q)}),` : sql``}
    page as materialized (
      select o.* from orders o
      where ${fits(sql, actor, asked)} ${beyond(sql, asked)}
      order by o.${column} ${way}, o.id ${way} limit ${asked.limit}
    )
    select o.id, o.code, ${utc(sql, "placed_at")} as "placedAt", o.status, o.fulfilment,
      o.payment_method as "paymentMethod", o.currency, o.subtotal_minor::float8 as "subtotalMinor",
      o.fee_minor::float8 as "feeMinor", o.total_minor::float8 as "totalMinor",
      ${utc(sql, "promised_at")} as "promisedAt", ${utc(sql, "closed_at")} as "closedAt",
      o.branch_id as "branchId", b.name as "branchName", b.timezone, c.name as "customerName",
      c.phone as "customerPhone", courier.name as "courierName",
      json_build_array(${asked.sort === "placed" ? utc(sql, "placed_at") : sql`o.total_minor::text`}, o.id) as place,
      ${asked.countMost === undefined ? sql`null::int` : counted(sql, actor, asked, asked.countMost)} as fit
    from page o
    join branches b on b.organisation_id = o.organisation_id and b.id = o.branch_id
    left join order_contacts c on c.organisation_id = o.organisation_id and c.order_id = o.id
    left join lateral (
      select p.first_name as name from deliveries d
      join couriers r on r.organisation_id = d.organisation_id and r.id = d.courier_id
      join profiles p on p.organisation_id = r.organisation_id and p.account_id = r.account_id
      where d.organisation_id = o.organisation_id and d.order_id = o.id
      order by d.created_at desc limit 1) courier on true
    order by o.${column} ${way}, o.id ${way}`;
  return [...rows];
}

const SORT_COLUMNS: Record<OrderSort, string> = { placed: "placed_at", total: "total_minor" };

const utc = (sql: TransactionSql, column: string) =>
  sql`to_char(o.${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const counted = (sql: TransactionSql, actor: Actor, filter: OrderFilter, most: number) => sql`
  (select count(*)::int from (select from orders o where ${fits(sql, actor, filter)} limit ${most}) found)`;

/** @throws Refusal `request.invalid` for a place that somebody made up */
function beyond(sql: TransactionSql, { after, sort, direction }: Asked) {
  if (after === undefined) return sql``;
  const [value, id] = readCursor(after, Place);
  const typed = sort === "placed" ? sql`${value}::timestamptz` : sql`${value}::bigint`;
  const sign = direction === "asc" ? sql`>` : sql`<`;
  return sql`and (o.${sql(SORT_COLUMNS[sort])}, o.id) ${sign} (${typed}, ${id}::uuid)`;
}

/** Orders of the actor's branches that the filter lets through; `named` stands before, where something is searched. */
function fits(sql: TransactionSql, actor: Actor, filter: OrderFilter) {
  const { organisationId } = actor;
  const branches = reachOf(actor, "order.export");
  const { q, branchId, courierId, status, payment, from, to } = filter;
  return sql`o.organisation_id = ${organisationId}
    ${branches === "all" ? sql`` : sql`and o.branch_id = any(${[...branches]}::uuid[])`}
    ${branchId ? sql`and o.branch_id = ${branchId}` : sql``}
    ${status ? sql`and o.status = ${status}` : sql``}
    ${payment ? sql`and o.payment_method = ${payment}` : sql``}
    ${
      courierId
        ? sql`and o.id in (select d.order_id from deliveries d
      where d.organisation_id = ${organisationId} and d.courier_id = ${courierId})`
        : sql``
    }
    ${from ? since(sql, organisationId, from) : sql``}
    ${to ? until(sql, organisationId, to) : sql``}
    ${q ? sql`and o.id in (select n.id from named n)` : sql``}`;
}

/** The rough bound lets the index in, from which every timezone on earth is less than a day away; the exact one decides. */
const since = (sql: TransactionSql, organisationId: Id, day: string) => sql`
  and o.placed_at >= (${day}::date - interval '14 hours') at time zone 'UTC'
  and o.placed_at >= (${day}::date)::timestamp at time zone ${wallOf(sql, organisationId)}`;

const until = (sql: TransactionSql, organisationId: Id, day: string) => sql`
  and o.placed_at < (${day}::date + interval '38 hours') at time zone 'UTC'
  and o.placed_at < (${day}::date + 1)::timestamp at time zone ${wallOf(sql, organisationId)}`;

const wallOf = (sql: TransactionSql, organisationId: Id) => sql`(
  select b.timezone from branches b where b.organisation_id = ${organisationId} and b.id = o.branch_id)`;

const CODE = /^[a-z]{5}$/i;
const PHONE_END = /^\+?[\d\s()-]{3,}$/;

/** Orders by what people know of them: the code, the end of a phone number, a name. */
function speaksOf(sql: TransactionSql, organisationId: Id, q: string) {
  const digits = q.replaceAll(/\D/g, "");
  if (PHONE_END.test(q) && digits.length >= 3) {
    const reversed = [...digits].reverse().join("");
    return sql`select c.order_id as id from order_contacts c
      where c.organisation_id = ${organisationId} and reverse(c.phone) like ${`${reversed}%`}`;
  }
  return sql`${CODE.test(q) ? byCode(sql, organisationId, q) : sql``} ${byName(sql, organisationId, q)}`;
}

const byCode = (sql: TransactionSql, organisationId: Id, q: string) => sql`
  select n.id from orders n where n.organisation_id = ${organisationId} and n.code = ${q.toUpperCase()} union all`;

function byName(sql: TransactionSql, organisationId: Id, q: string) {
  const words = q.match(/[\p{L}\p{N}]+/gu) ?? [];
  const beginnings = words.map((word) => `${word}:*`).join(" & "); // no word at all finds nothing
  return sql`
    select c.order_id as id from order_contacts c
    where c.organisation_id = ${organisationId}
      and to_tsvector('simple', c.name) @@ to_tsquery('simple', ${beginnings})`;
}
