import postgres from "postgres";
import { PURGED } from "#api/modules/housekeeping/purge";

/** Rows and bytes of a table, its partitions, indexes and long values included. */
export type TableSize = { table: string; rows: number; bytes: number };

/** Partitions of past days are dropped as a whole. */
const DROPPED_BY_DAY = ["positions"];

/** What a shop keeps for good, or what is one row for something that it keeps: it grows with the business and not with time. */
const KEPT = [
  "acceptance_weights",
  "accounts",
  "addresses",
  "alert_rings",
  "alerts",
  "audit_log",
  "bot_chats",
  "cards",
  "carts",
  "cart_lines",
  "courier_bans",
  "couriers",
  "deliveries",
  "forecast_cursors",
  "forecast_residuals",
  "forecast_statistics",
  "media",
  "memberships",
  "messages",
  "money_entries",
  "money_movements",
  "offers",
  "order_contacts",
  "order_lines",
  "orders",
  "profiles",
  "ratings",
  "shifts",
  "staff_shifts",
  "stock_log",
  "timeline",
  "trip_stops",
  "trips",
];

export async function tableSizes(ownerUrl: string): Promise<TableSize[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`analyze`;
    return await sql<TableSize[]>`
      select coalesce(parent.relname, child.relname)::text as "table",
        sum(greatest(0, child.reltuples))::float8 as rows, sum(pg_total_relation_size(child.oid))::float8 as bytes
      from pg_class child
      join pg_namespace space on space.oid = child.relnamespace and space.nspname = 'public'
      left join pg_inherits tie on tie.inhrelid = child.oid
      left join pg_class parent on parent.oid = tie.inhparent
      where child.relkind = 'r' group by 1`;
  } finally {
    await sql.end();
  }
}

export type Growth = TableSize & { emptiedBy: "purge" | "partitions" | "kept" | "nobody" };

/** Tables that have more rows than before, the largest growth first, and who keeps them from growing for ever. */
export const growthOf = (before: readonly TableSize[], after: readonly TableSize[]): Growth[] =>
  after
    .map(({ table, rows, bytes }) => {
      const was = before.find((each) => each.table === table);
      return { table, rows: rows - (was?.rows ?? 0), bytes: bytes - (was?.bytes ?? 0), emptiedBy: emptiedBy(table) };
    })
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.bytes - a.bytes);

function emptiedBy(table: string): Growth["emptiedBy"] {
  if (PURGED.some((purged) => purged.table === table)) return "purge";
  if (DROPPED_BY_DAY.includes(table)) return "partitions";
  return KEPT.includes(table) ? "kept" : "nobody";
}
