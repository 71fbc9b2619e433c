import { and, asc, eq, gte, sql } from "drizzle-orm";
import { balanceOf } from "#api/modules/money/balance-of";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import {
  couriers,
  deliveries,
  moneyEntries,
  moneyMovements,
  offers,
  regions,
  shifts,
  trips,
} from "#drizzle/schema/index";
import type { CourierDay } from "#shared/contracts/courier";
import type { Id } from "#shared/kernel/ids";
import { mustBeCourier } from "./courier-person";

/** What the courier did and earned since midnight of his city. @throws Refusal `courier.not_found`, `auth.not_allowed` */
export const myDay = (deps: Deps, actor: Person): Promise<CourierDay> => {
  const courierId = mustBeCourier(actor, "earnings.see_own");
  return withActor(deps, actor, async (work) => {
    const { courier, day, since } = await dayOf(work, courierId);
    const [done, distanceMetres, money, onlineSeconds, asked, cashInHandMinor] = await Promise.all([
      closedSince(work, courierId, since),
      drivenSince(work, courierId, since),
      earnedSince(work, courierId, since),
      onlineSince(work, courierId, since),
      askedSince(work, courierId, since),
      balanceOf(work, "courier_cash", courierId),
    ]);
    return {
      day,
      currency: courier.currency,
      ...done,
      distanceMetres,
      onlineSeconds,
      ...money,
      guaranteeMinor: courier.dailyGuaranteeMinor,
      cashInHandMinor,
      offers: asked.map(({ offeredAt, ...offer }) => ({ ...offer, at: offeredAt.toISOString() })),
    };
  });
};

async function dayOf({ tx, actor, at }: Work, courierId: Id) {
  const now = sql`${at.toISOString()}::timestamptz`;
  const [row] = await tx
    .select({
      courier: couriers,
      day: sql<string>`to_char(${now} at time zone ${regions.timezone}, 'YYYY-MM-DD')`,
      since: sql<string>`extract(epoch from date_trunc('day', ${now}, ${regions.timezone}))`,
    })
    .from(couriers)
    .innerJoin(regions, eq(regions.id, couriers.regionId))
    .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, courierId)));
  return { ...row!, since: new Date(Number(row!.since) * 1_000) };
}

async function closedSince({ tx, actor }: Work, courierId: Id, since: Date) {
  const [row] = await tx
    .select({
      delivered: sql<string>`count(*) filter (where ${deliveries.status} = 'delivered')`,
      failed: sql<string>`count(*) filter (where ${deliveries.status} = 'failed')`,
    })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        eq(deliveries.courierId, courierId),
        gte(deliveries.closedAt, since),
      ),
    );
  return { delivered: Number(row!.delivered), failed: Number(row!.failed) };
}

async function drivenSince({ tx, actor }: Work, courierId: Id, since: Date): Promise<number> {
  const [row] = await tx
    .select({ metres: sql<string>`coalesce(sum(${trips.distanceMetres}), 0)` })
    .from(trips)
    .where(
      and(
        eq(trips.organisationId, actor.organisationId),
        eq(trips.courierId, courierId),
        eq(trips.status, "done"),
        gte(trips.statusAt, since),
      ),
    );
  return Number(row!.metres);
}

/** What the business came to owe him: pay of trips, and tips apart. */
async function earnedSince({ tx, actor }: Work, courierId: Id, since: Date) {
  const owed = (kind: string) =>
    sql<string>`coalesce(-sum(${moneyEntries.amountMinor}) filter (where ${moneyMovements.kind} = ${kind}), 0)`;
  const [row] = await tx
    .select({ earned: owed("courier_pay"), tips: owed("tip") })
    .from(moneyMovements)
    .innerJoin(
      moneyEntries,
      and(
        eq(moneyEntries.organisationId, moneyMovements.organisationId),
        eq(moneyEntries.movementId, moneyMovements.id),
        eq(moneyEntries.account, "courier_owed"),
      ),
    )
    .where(
      and(
        eq(moneyMovements.organisationId, actor.organisationId),
        eq(moneyMovements.courierId, courierId),
        gte(moneyMovements.at, since),
      ),
    );
  return { earnedMinor: Number(row!.earned), tipsMinor: Number(row!.tips) };
}

async function onlineSince({ tx, actor, at }: Work, courierId: Id, since: Date): Promise<number> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const [row] = await tx
    .select({
      seconds: sql<string>`coalesce(sum(extract(epoch from coalesce(${shifts.endedAt}, ${now}) - ${shifts.startedAt})
        - ${shifts.breakSeconds} - coalesce(extract(epoch from ${now} - ${shifts.breakStartedAt}), 0)), 0)`,
    })
    .from(shifts)
    .where(
      and(
        eq(shifts.organisationId, actor.organisationId),
        eq(shifts.courierId, courierId),
        gte(shifts.startedAt, since),
      ),
    );
  return Math.max(0, Math.round(Number(row!.seconds)));
}

const askedSince = ({ tx, actor }: Work, courierId: Id, since: Date) =>
  tx
    .select({
      id: offers.id,
      offeredAt: offers.offeredAt,
      mode: offers.mode,
      status: offers.status,
      payMinor: offers.payMinor,
    })
    .from(offers)
    .where(
      and(
        eq(offers.organisationId, actor.organisationId),
        eq(offers.courierId, courierId),
        gte(offers.offeredAt, since),
      ),
    )
    .orderBy(asc(offers.offeredAt))
    .limit(200);
