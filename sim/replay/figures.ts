import type postgres from "postgres";
import type { Milliseconds, Seconds } from "#shared/kernel/units";

/** How an order went, from the rows that it left. Moments in business time. */
export type OrderFate = {
  id: string;
  status: string;
  placedMs: Milliseconds;
  closedMs: Milliseconds | null;
  /** A person had to be rung because no courier was found, or gave it to one by hand. */
  escalated: boolean;
};

/** Orders by how they ended, and whether somebody was rung to find a courier. */
export async function orderFates(sql: postgres.Sql): Promise<OrderFate[]> {
  const rows = await sql<{ id: string; status: string; placed: Date; closed: Date | null; escalated: boolean }[]>`
    select o.id, o.status, o.placed_at as placed, o.closed_at as closed,
      exists (select from deliveries d join alerts a on a.subject_id = d.id and a.kind = 'delivery_unclaimed'
        where d.order_id = o.id)
      or exists (select from timeline t where t.order_id = o.id and t.action = 'assign') as escalated
    from orders o`;
  return rows.map(({ placed, closed, ...row }) => ({
    ...row,
    placedMs: placed.getTime(),
    closedMs: closed?.getTime() ?? null,
  }));
}

/**
 * Until a courier had it. `matchS` counts from when one was wanted: the first offer, or the food on the counter if
 * nobody had been asked by then. `searchS` counts from the kitchen's word, and so holds all the time in which the engine
 * waits on purpose, because whoever leaves now would stand at the counter.
 */
export async function matchTimes(sql: postgres.Sql): Promise<{ matchS: Seconds; searchS: Seconds }[]> {
  return sql<{ matchS: Seconds; searchS: Seconds }[]>`
    with taken as (
      select t.delivery_id, min(t.at) as at from timeline t
      where t.action in ('accept', 'assign') and t.delivery_id is not null group by t.delivery_id
    ), asked as (
      select s.delivery_id, min(f.offered_at) as at from offers f
      join trip_stops s on s.organisation_id = f.organisation_id and s.trip_id = f.trip_id and s.kind = 'dropoff'
      group by s.delivery_id
    )
    select extract(epoch from taken.at - d.created_at)::float8 as "searchS",
      extract(epoch from taken.at - least(asked.at, taken.at, greatest(d.created_at, o.ready_at)))::float8 as "matchS"
    from taken join deliveries d on d.id = taken.delivery_id join orders o on o.id = d.order_id
    left join asked on asked.delivery_id = d.id`;
}

/** How long couriers stood at the counter, and the food on it, until it was in the bag. */
export async function counterTimes(sql: postgres.Sql): Promise<{ courierS: Seconds; foodS: Seconds }[]> {
  return sql<{ courierS: Seconds; foodS: Seconds }[]>`
    select extract(epoch from bag.at - here.at)::float8 as "courierS",
      greatest(0, extract(epoch from bag.at - o.ready_at))::float8 as "foodS"
    from timeline bag join orders o on o.id = bag.order_id
    join timeline here on here.delivery_id = bag.delivery_id and here.action = 'arrive_pickup'
    where bag.action = 'pick_up' and bag.delivery_id is not null`;
}

export type Alerts = { rung: number; answered: number; solved: number; rings: number };

/** Alerts that rang, and how they ended: answered by somebody, or gone because their cause went. */
export async function alertsOf(sql: postgres.Sql): Promise<Alerts> {
  const [row] = await sql<[Alerts]>`
    select count(*)::int as rung, count(*) filter (where acknowledged_at is not null)::int as answered,
      count(*) filter (where state = 'resolved')::int as solved, coalesce(sum(rings), 0)::int as rings from alerts`;
  return row;
}

/** Machine time of the dispatch rounds. */
export async function roundTimes(sql: postgres.Sql): Promise<Milliseconds[]> {
  const rows = await sql<{ ms: number }[]>`select duration_ms as ms from dispatch_rounds`;
  return rows.map(({ ms }) => ms);
}
