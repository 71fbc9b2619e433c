import type { TransactionSql } from "postgres";
import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { mustMay, reachOf } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import type { CourierPerformance, PerformanceQuery, PerformanceView } from "#shared/contracts/report";

/** What every courier did in a month of their city, the best first. @throws Refusal `auth.not_allowed` */
export const seePerformance = (
  deps: Deps,
  person: Person,
  { month, branchId }: PerformanceQuery,
): Promise<PerformanceView> => {
  mustMay(person, "report.see");
  return withActor(deps, person, async ({ tx }) => {
    const rows = await readPerformance(connectionOf(tx), person, { month, branchId });
    return { month, couriers: rows.map(numbers) };
  });
};

type Row = { [Name in keyof CourierPerformance]: CourierPerformance[Name] | string };

/**
 * Couriers who delivered, failed or were asked in the month; those of other branches than the person's count for the
 * person's branches alone. Ratings and offers are the courier's own, whichever branch they came from.
 */
const readPerformance = (sql: TransactionSql, person: Person, { month, branchId }: PerformanceQuery) => {
  const { organisationId } = person;
  const branches = reachOf(person, "report.see");
  const here = sql`
    ${branches === "all" ? sql`` : sql`and d.branch_id = any(${[...branches]}::uuid[])`}
    ${branchId ? sql`and d.branch_id = ${branchId}` : sql``}`;
  return sql<Row[]>`
    with who as (
      select c.id, c.account_id, c.vehicle, (${`${month}-01`}::date)::timestamp at time zone r.timezone as since,
        (${`${month}-01`}::date + interval '1 month') at time zone r.timezone as until
      from couriers c join regions r on r.id = c.region_id where c.organisation_id = ${organisationId}
    ), brought as (
      select d.courier_id, count(*) filter (where d.status = 'delivered') as delivered,
        count(*) filter (where d.status = 'failed') as failed,
        avg((d.closed_at <= d.promised_at)::int) filter (where d.status = 'delivered') as on_time,
        avg(extract(epoch from door.done_at - counter.done_at) / 60) filter (where d.status = 'delivered') as minutes
      from who join deliveries d on d.organisation_id = ${organisationId} and d.courier_id = who.id
        and d.closed_at >= who.since and d.closed_at < who.until and d.status in ('delivered', 'failed') ${here}
      left join trip_stops counter on counter.organisation_id = d.organisation_id and counter.delivery_id = d.id
        and counter.trip_id = d.trip_id and counter.kind = 'pickup' and counter.status = 'done'
      left join trip_stops door on door.organisation_id = d.organisation_id and door.delivery_id = d.id
        and door.trip_id = d.trip_id and door.kind = 'dropoff' and door.status = 'done'
      group by 1
    ), asked as (
      select f.courier_id, count(*) as offers, avg((f.status = 'accepted')::int) as accepted
      from who join offers f on f.organisation_id = ${organisationId} and f.courier_id = who.id
        and f.decided_at >= who.since and f.decided_at < who.until
        and f.mode = 'exclusive' and f.status in ('accepted', 'declined', 'expired')
      group by 1
    ), rated as (
      select g.about_id as courier_id, count(*) as ratings, avg(g.stars) as rating
      from who join ratings g on g.organisation_id = ${organisationId} and g.about = 'courier' and g.about_id = who.id
        and g.at >= who.since and g.at < who.until
      group by 1
    )
    select who.id as "courierId", coalesce(p.first_name, '') as "firstName", p.last_name as "lastName", who.vehicle,
      rank() over (order by coalesce(delivered, 0) desc, on_time desc nulls last) as rank,
      coalesce(delivered, 0) as delivered, coalesce(failed, 0) as failed, on_time as "onTimeShare",
      minutes as "carryMinutes", rating, coalesce(ratings, 0) as ratings, accepted as "acceptanceShare",
      coalesce(offers, 0) as offers
    from who
    left join brought on brought.courier_id = who.id
    left join asked on asked.courier_id = who.id
    left join rated on rated.courier_id = who.id
    left join profiles p on p.organisation_id = ${organisationId} and p.account_id = who.account_id
    where brought.courier_id is not null or asked.courier_id is not null
    order by rank, 2`;
};

const number = (value: string | number | null): number | null => (value === null ? null : Number(value));

const numbers = (row: Row): CourierPerformance => ({
  ...(row as CourierPerformance),
  rank: Number(row.rank),
  delivered: Number(row.delivered),
  failed: Number(row.failed),
  onTimeShare: number(row.onTimeShare),
  carryMinutes: number(row.carryMinutes),
  rating: number(row.rating),
  ratings: Number(row.ratings),
  acceptanceShare: number(row.acceptanceShare),
  offers: Number(row.offers),
});
