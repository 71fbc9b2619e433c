import { and, asc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#api/platform/database";
import {
  branches,
  branchNeighbours,
  courierBans,
  couriers,
  deliveries,
  moneyEntries,
  offers,
  orders,
  regions,
  shifts,
  tripStops,
  trips,
} from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { foodMatters } from "./food-matters";

/** The few that a follow-up round is about. */
export type Only = { deliveryIds: Id[]; courierIds: Id[] };
/** `which`: what a round decides on now, or food of tomorrow as well. `only`: nothing and nobody else. */
export type Where = { organisationId: Id; regionId: Id; at: Date; which: "due" | "all"; only?: Only | undefined };

/** More than this is not decided on at once: the oldest come first, the rest in the next round. */
const DELIVERIES_MAX = 5_000;
const HOUR_MS = 3_600_000;

/** Everything a round reads of Postgres. All statements leave at once and are answered from one moment. */
export async function snapshotRows(tx: Tx, where: Where) {
  const [searching, bans, asked, online, stops, shops, neighbours, earned, cash, open, closed, pace] =
    await Promise.all([
      searchingDeliveries(tx, where),
      bansOf(tx, where),
      liveOffersOf(tx, where),
      onlineCouriers(tx, where),
      stopsAhead(tx, where),
      tx
        .select()
        .from(branches)
        .where(and(eq(branches.organisationId, where.organisationId), eq(branches.regionId, where.regionId))),
      tx.select().from(branchNeighbours).where(eq(branchNeighbours.organisationId, where.organisationId)),
      earnedToday(tx, where),
      cashInHands(tx, where),
      openShifts(tx, where),
      lastClosed(tx, where),
      ordersOfLastHour(tx, where),
    ]);
  return { searching, bans, asked, online, stops, shops, neighbours, earned, cash, open, closed, pace };
}
export type SnapshotRows = Awaited<ReturnType<typeof snapshotRows>>;

const searchingHere = ({ organisationId, regionId, only }: Where) =>
  and(
    eq(deliveries.organisationId, organisationId),
    eq(deliveries.regionId, regionId),
    inArray(deliveries.status, ["waiting", "offered"]),
    only && inArray(deliveries.id, only.deliveryIds),
  );

/** Whether a column names one of the couriers that the round may ask. */
const isCandidate = (courierId: PgColumn, { only }: Where) => only && inArray(courierId, only.courierIds);

const searchingDeliveries = (tx: Tx, where: Where) =>
  tx
    .select({
      delivery: deliveries,
      placedAt: orders.placedAt,
      orderStatus: orders.status,
      orderReadyAt: orders.readyAt,
      confirmedAt: orders.confirmedAt,
      saidReadyAt: orders.saidReadyAt,
    })
    .from(deliveries)
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .where(and(searchingHere(where), where.which === "due" ? foodMatters(where.at) : undefined))
    .orderBy(asc(deliveries.createdAt))
    .limit(DELIVERIES_MAX);

const bansOf = (tx: Tx, where: Where) =>
  tx
    .select({
      deliveryId: courierBans.deliveryId,
      courierId: courierBans.courierId,
      reason: courierBans.reason,
      at: courierBans.at,
    })
    .from(courierBans)
    .innerJoin(
      deliveries,
      and(eq(deliveries.organisationId, courierBans.organisationId), eq(deliveries.id, courierBans.deliveryId)),
    )
    .where(searchingHere(where));

const liveOffersOf = (tx: Tx, { organisationId, regionId }: Where) =>
  tx
    .select({
      courierId: offers.courierId,
      mode: offers.mode,
      expiresAt: offers.expiresAt,
      deliveryIds: sql<Id[]>`array(select s.delivery_id::text from trip_stops s
        where s.organisation_id = ${offers.organisationId} and s.trip_id = ${offers.tripId} and s.kind = 'dropoff')`,
    })
    .from(offers)
    .innerJoin(trips, and(eq(trips.organisationId, offers.organisationId), eq(trips.id, offers.tripId)))
    .where(and(eq(offers.organisationId, organisationId), eq(offers.status, "live"), eq(trips.regionId, regionId)));

const isOnline = (where: Where) =>
  and(
    eq(couriers.organisationId, where.organisationId),
    eq(couriers.regionId, where.regionId),
    eq(couriers.state, "online"),
    eq(couriers.status, "active"),
    isCandidate(couriers.id, where),
  );

const onlineCouriers = (tx: Tx, where: Where) =>
  tx.select().from(couriers).where(isOnline(where)).orderBy(asc(couriers.id));

const stopsAhead = (tx: Tx, where: Where) =>
  tx
    .select({
      courierId: trips.courierId,
      deliveryId: tripStops.deliveryId,
      kind: tripStops.kind,
      lat: tripStops.lat,
      lng: tripStops.lng,
      readyAt: deliveries.readyAt,
    })
    .from(trips)
    .innerJoin(tripStops, and(eq(tripStops.organisationId, trips.organisationId), eq(tripStops.tripId, trips.id)))
    .innerJoin(
      deliveries,
      and(eq(deliveries.organisationId, tripStops.organisationId), eq(deliveries.id, tripStops.deliveryId)),
    )
    .where(
      and(
        eq(trips.organisationId, where.organisationId),
        eq(trips.regionId, where.regionId),
        eq(trips.status, "active"),
        isCandidate(trips.courierId, where),
        inArray(tripStops.status, ["pending", "arrived"]),
      ),
    )
    .orderBy(asc(trips.statusAt), asc(trips.id), asc(tripStops.position));

/** Pay of the trips that were taken since midnight of the city. */
const earnedToday = (tx: Tx, where: Where) =>
  tx
    .select({ courierId: trips.courierId, minor: sql<string>`sum(${trips.payMinor})` })
    .from(trips)
    .innerJoin(regions, eq(regions.id, trips.regionId))
    .where(
      and(
        eq(trips.organisationId, where.organisationId),
        eq(trips.regionId, where.regionId),
        isCandidate(trips.courierId, where),
        inArray(trips.status, ["active", "done"]),
        sql`${trips.createdAt} >= date_trunc('day', ${where.at.toISOString()}::timestamptz, ${regions.timezone})`,
      ),
    )
    .groupBy(trips.courierId);

const cashInHands = (tx: Tx, where: Where) =>
  tx
    .select({ courierId: moneyEntries.partyId, minor: sql<string>`sum(${moneyEntries.amountMinor})` })
    .from(moneyEntries)
    .innerJoin(
      couriers,
      and(eq(couriers.organisationId, moneyEntries.organisationId), eq(couriers.id, moneyEntries.partyId)),
    )
    .where(and(isOnline(where), eq(moneyEntries.account, "courier_cash")))
    .groupBy(moneyEntries.partyId);

const openShifts = (tx: Tx, where: Where) =>
  tx
    .select({ courierId: shifts.courierId, startedAt: shifts.startedAt, endsAt: shifts.endsAt })
    .from(shifts)
    .where(
      and(
        eq(shifts.organisationId, where.organisationId),
        isCandidate(shifts.courierId, where),
        eq(shifts.state, "open"),
        isNull(shifts.endedAt),
      ),
    );

const lastClosed = (tx: Tx, where: Where) =>
  tx
    .select({
      courierId: deliveries.courierId,
      at: sql<string>`extract(epoch from max(${deliveries.closedAt})) * 1000`,
    })
    .from(deliveries)
    .innerJoin(
      couriers,
      and(eq(couriers.organisationId, deliveries.organisationId), eq(couriers.id, deliveries.courierId)),
    )
    .where(and(isOnline(where), gte(deliveries.createdAt, new Date(where.at.getTime() - 12 * HOUR_MS))))
    .groupBy(deliveries.courierId);

const ordersOfLastHour = (tx: Tx, { organisationId, at }: Where) =>
  tx
    .select({ branchId: orders.branchId, count: sql<string>`count(*)` })
    .from(orders)
    .where(and(eq(orders.organisationId, organisationId), gte(orders.placedAt, new Date(at.getTime() - HOUR_MS))))
    .groupBy(orders.branchId);
