import type postgres from "postgres";
import { ANSWERED_ALERT, CHANGED_PRICE, type Did, QUOTED_ITEM } from "./steps";

/** What people did since then that a step may be about. Few rows: the city's own are told apart by their Telegram ids. */
export async function readDeeds(sql: postgres.Sql, since: Date): Promise<Did[]> {
  const from = since.toISOString();
  const rows = await sql<(Omit<Did, "telegramId"> & { telegramId: string | number })[]>`
    select what, a.telegram_id as "telegramId", extract(epoch from done.at)::float8 * 1000 as "atMs", proof, "itemId"
    from (
      select action as what, account_id, at, details->>'proof' as proof, null::uuid as "itemId" from timeline
      where at >= ${from}
        and action in ('place', 'confirm', 'accept', 'pick_up', 'hand_over', 'assign', 'reassign', 'take_over')
      union all
      select ${ANSWERED_ALERT}, acknowledged_by, acknowledged_at, null, null from alerts where acknowledged_at >= ${from}
      union all
      select ${CHANGED_PRICE}, account_id, at, null, subject_id from audit_log
      where at >= ${from} and subject_kind = 'item' and after ? 'priceMinor' and action = 'item.edit'
      union all
      select ${QUOTED_ITEM}, c.account_id, c.updated_at, null, l.item_id
      from carts c join cart_lines l on l.organisation_id = c.organisation_id and l.cart_id = c.id
      where c.updated_at >= ${from}
      union all
      select ${QUOTED_ITEM}, o.account_id, o.placed_at, null, l.item_id
      from orders o join order_lines l on l.organisation_id = o.organisation_id and l.order_id = o.id
      where o.placed_at >= ${from}
    ) done join accounts a on a.id = done.account_id
    where a.telegram_id is not null`;
  return rows.map((row) => ({ ...row, telegramId: Number(row.telegramId) }));
}

export type CityFigures = { open: number; couriers: number; delivered: number };

/** What goes on right now, in three figures. */
export async function readFigures(sql: postgres.Sql, since: Date): Promise<CityFigures> {
  const [row] = await sql<CityFigures[]>`
    select (select count(*)::int from orders where closed_at is null) as open,
      (select count(distinct courier_id)::int from trips where status = 'active') as couriers,
      (select count(*)::int from orders where status = 'delivered' and closed_at >= ${since.toISOString()}) as delivered`;
  return row!;
}

/** The ids by which mini-apps know the bots that they are opened from, by kind. */
export async function readBots(sql: postgres.Sql): Promise<Record<string, { id: string; username: string }>> {
  const rows = await sql<{ kind: string; id: string; username: string }[]>`
    select kind, id, username from bots where enabled order by created_at`;
  return Object.fromEntries(rows.map(({ kind, ...bot }) => [kind, bot]));
}
