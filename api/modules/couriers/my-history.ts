import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, couriers, deliveries, orders } from "#drizzle/schema/index";
import type { CourierHistory, PastDelivery, WorkedDay } from "#shared/contracts/courier";
import type { Id } from "#shared/kernel/ids";
import { mustBeCourier } from "./courier-person";

const DAYS = 31;
const DELIVERIES = 50;

/** What the courier did and earned in the last month. @throws Refusal `courier.not_found`, `auth.not_allowed` */
export const myHistory = (deps: Deps, actor: Person): Promise<CourierHistory> => {
  const courierId = mustBeCourier(actor, "earnings.see_own");
  return withActor(deps, actor, async (work) => {
    const [[courier], days, past] = await Promise.all([
      work.tx
        .select({ currency: couriers.currency })
        .from(couriers)
        .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, courierId))),
      workedDays(work, courierId),
      pastDeliveries(work, courierId),
    ]);
    return { currency: courier!.currency, days, deliveries: past };
  });
};

type DayRow = Record<Exclude<keyof WorkedDay, "day">, string> & { day: string };

/** Days of the city's calendar. By hand: four sums of three tables, put together by day. */
async function workedDays({ tx, actor, at }: Work, courierId: Id): Promise<WorkedDay[]> {
  const { organisationId } = actor;
  const now = at.toISOString();
  const rows = await connectionOf(tx)<DayRow[]>`
    with city as (
      select r.timezone, date_trunc('day', ${now}::timestamptz, r.timezone) - make_interval(days => ${DAYS - 1}) as since
      from couriers c join regions r on r.id = c.region_id
      where c.organisation_id = ${organisationId} and c.id = ${courierId}
    ), figures as (
      select d.closed_at as at, (d.status = 'delivered')::int as delivered, (d.status = 'failed')::int as failed,
        0::bigint as metres, 0::bigint as earned, 0::bigint as tips
      from deliveries d, city
      where d.organisation_id = ${organisationId} and d.courier_id = ${courierId} and d.closed_at >= city.since
        and d.status in ('delivered', 'failed')
      union all
      select t.status_at, 0, 0, t.distance_metres, 0, 0
      from trips t, city
      where t.organisation_id = ${organisationId} and t.courier_id = ${courierId} and t.status = 'done'
        and t.status_at >= city.since
      union all
      select m.at, 0, 0, 0, case m.kind when 'courier_pay' then -e.amount_minor else 0 end,
        case m.kind when 'tip' then -e.amount_minor else 0 end
      from money_movements m
      join money_entries e on e.organisation_id = m.organisation_id and e.movement_id = m.id and e.account = 'courier_owed'
      cross join city
      where m.organisation_id = ${organisationId} and m.courier_id = ${courierId} and m.at >= city.since
        and m.kind in ('courier_pay', 'tip')
    )
    select to_char(figures.at at time zone city.timezone, 'YYYY-MM-DD') as day, sum(delivered) as delivered,
      sum(failed) as failed, sum(metres) as "distanceMetres", sum(earned) as "earnedMinor", sum(tips) as "tipsMinor"
    from figures, city group by 1 order by 1 desc`;
  return rows.map(({ day, delivered, failed, distanceMetres, earnedMinor, tipsMinor }) => ({
    day,
    delivered: Number(delivered),
    failed: Number(failed),
    distanceMetres: Number(distanceMetres),
    earnedMinor: Number(earnedMinor),
    tipsMinor: Number(tipsMinor),
  }));
}

async function pastDeliveries({ tx, actor }: Work, courierId: Id): Promise<PastDelivery[]> {
  const rows = await tx
    .select({ delivery: deliveries, orderCode: orders.code, branchName: branches.name })
    .from(deliveries)
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .innerJoin(
      branches,
      and(eq(branches.organisationId, deliveries.organisationId), eq(branches.id, deliveries.branchId)),
    )
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        eq(deliveries.courierId, courierId),
        isNotNull(deliveries.closedAt),
      ),
    )
    .orderBy(desc(deliveries.closedAt), desc(deliveries.id))
    .limit(DELIVERIES);
  return rows.map(({ delivery: { id, status, closedAt, distanceMetres }, orderCode, branchName }) => ({
    id,
    orderCode,
    branchName,
    status,
    closedAt: closedAt!.toISOString(),
    distanceMetres,
  }));
}
