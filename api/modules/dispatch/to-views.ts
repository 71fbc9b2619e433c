import type { CourierView, PlannedStop } from "#api/domain/dispatch/courier-view";
import type { BranchView, DeliveryView } from "#api/domain/dispatch/delivery-view";
import type { Forecast, Handling } from "#api/domain/dispatch/dispatch-policy";
import { driveStops } from "#api/domain/dispatch/drive-stops";
import type { Said } from "#api/domain/forecast/cooking";
import type { ReadyQuantiles } from "#api/domain/forecast/ready-quantiles";
import type { branches } from "#drizzle/schema/index";
import { DispatchSettings } from "#shared/delivery/dispatch-settings";
import type { Point } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import { FOOD_AHEAD_MS } from "./food-matters";
import type { SnapshotRows } from "./snapshot.queries";

/** When food that is to be ready at `expectedMs` and is not yet will be, by what was learnt of its kitchen. */
export type ReadyOf = (branchId: Id, at: { expectedMs: Milliseconds; said: Said | null }) => ReadyQuantiles;

/** What somebody of whom nobody knows anything yet is taken for, and how many of his own facts outweigh it. */
const PRIOR = { rating: 4.5, ratings: 5, acceptance: 0.8, offers: 5 } as const;

type Searching = SnapshotRows["searching"][number];

export function toDeliveryView(
  { delivery, ...order }: Searching,
  bans: SnapshotRows["bans"],
  readyOf: ReadyOf,
): DeliveryView {
  const his = bans.filter((ban) => ban.deliveryId === delivery.id);
  const because = (forbidden: boolean) =>
    his.filter(({ reason }) => (reason === "forbidden") === forbidden).map(({ courierId }) => courierId);
  const releasedMs = his.filter(({ reason }) => reason === "released").map(({ at }) => at.getTime());
  const expectedMs = (order.orderReadyAt ?? delivery.readyAt).getTime();
  // Marked, or confirmed with "in no time": it stands on the counter.
  const ready = order.orderStatus === "ready" || expectedMs <= delivery.createdAt.getTime();
  const { readyP50Ms, readyP80Ms } = ready
    ? { readyP50Ms: expectedMs, readyP80Ms: expectedMs }
    : readyOf(delivery.branchId, { expectedMs, said: saidOf(order) });
  return {
    id: delivery.id,
    branchId: delivery.branchId,
    pickup: { lat: delivery.pickupLat, lng: delivery.pickupLng },
    dropoff: { lat: delivery.dropoffLat, lng: delivery.dropoffLng },
    placedMs: order.placedAt.getTime(),
    readyP50Ms,
    readyP80Ms,
    promisedMs: delivery.promisedAt.getTime(),
    latestDoorMs: null,
    waitingSinceMs: Math.max(delivery.createdAt.getTime(), expectedMs - FOOD_AHEAD_MS, ...releasedMs),
    cashToCollectMinor: delivery.cashToCollectMinor,
    ladder: { step: delivery.ladderStep, tries: delivery.ladderTries, sinceMs: delivery.ladderSince.getTime() },
    refusedByCourierIds: because(false),
    pinnedCourierId: delivery.pinnedCourierId,
    forbiddenCourierIds: because(true),
    keepApartFrom: delivery.keepApart ? "all" : [],
  };
}

const saidOf = ({ confirmedAt, saidReadyAt }: Pick<Searching, "confirmedAt" | "saidReadyAt">): Said | null =>
  confirmedAt && saidReadyAt ? { atMs: confirmedAt.getTime(), readyMs: saidReadyAt.getTime() } : null;

export function toBranchView(
  branch: typeof branches.$inferSelect,
  { neighbours, pace }: Pick<SnapshotRows, "neighbours" | "pace">,
): BranchView {
  // Old rows may lack settings that were added later.
  const { policy, ...settings } = DispatchSettings.parse(branch.dispatch);
  return {
    ...settings,
    id: branch.id,
    policy,
    point: { lat: branch.lat, lng: branch.lng },
    neighbourBranchIds: neighbours.filter(({ branchId }) => branchId === branch.id).map((row) => row.neighbourId),
    expectedOrdersPerHour: Number(pace.find(({ branchId }) => branchId === branch.id)?.count ?? 0),
    pay: {
      baseMinor: branch.payBaseMinor,
      perKmMinor: branch.payPerKmMinor,
      perExtraStopMinor: branch.payPerExtraStopMinor,
    },
  };
}

export type Seen = { point: Point; atMs: Milliseconds };

/** All couriers of a snapshot. `live`: where Redis has seen them; their rows know an older place. */
export function toCourierViews(
  rows: SnapshotRows,
  live: ReadonlyMap<Id, Seen>,
  world: { nowMs: Milliseconds; handling: Handling; forecast: Forecast },
): CourierView[] {
  const stops = Map.groupBy(rows.stops, ({ courierId }) => courierId);
  const earned = new Map(rows.earned.map(({ courierId, minor }) => [courierId, Number(minor)]));
  const cash = new Map(rows.cash.map(({ courierId, minor }) => [courierId, Number(minor)]));
  const shifts = new Map(rows.open.map((shift) => [shift.courierId, shift]));
  const closedMs = new Map(rows.closed.map(({ courierId, at }) => [courierId, Number(at)]));
  return rows.online.map((courier): CourierView => {
    const seen = newest(live.get(courier.id), lastSeen(courier));
    const ahead = stops.get(courier.id) ?? [];
    const { id, vehicle } = courier;
    return {
      id,
      position: seen?.point ?? null,
      positionAgeSeconds: seen ? Math.max(0, (world.nowMs - seen.atMs) / 1_000) : Number.MAX_SAFE_INTEGER,
      vehicle,
      capacityOrders: courier.capacity,
      rating: towards(PRIOR.rating, PRIOR.ratings, courier.ratingSum, courier.ratingCount),
      acceptanceRate: towards(PRIOR.acceptance, PRIOR.offers, courier.offersAccepted, courier.offersDecided),
      plan: planOf(ahead, seen?.point, vehicle, world),
      freeSinceMs: ahead.length > 0 ? null : Math.max(courier.stateAt.getTime(), closedMs.get(id) ?? 0),
      availableFromMs: courier.stateAt.getTime(),
      shiftEndsMs: shifts.get(id)?.endsAt?.getTime() ?? null,
      payTodayMinor: earned.get(id) ?? 0,
      guaranteePerDayMinor: courier.dailyGuaranteeMinor,
      cashInHandMinor: cash.get(id) ?? 0,
      cashLimitMinor: courier.cashLimitMinor,
    };
  });
}

/** A share or mean that starts at what is usual and moves with the evidence. */
const towards = (usual: number, weight: number, sum: number, count: number): number =>
  (usual * weight + sum) / (weight + count);

/** Where his row says that he was. */
export const lastSeen = ({ lastLat, lastLng, lastPositionAt }: SnapshotRows["online"][number]): Seen | undefined =>
  lastLat !== null && lastLng !== null && lastPositionAt
    ? { point: { lat: lastLat, lng: lastLng }, atMs: lastPositionAt.getTime() }
    : undefined;

export const newest = (a: Seen | undefined, b: Seen | undefined): Seen | undefined =>
  !a || (b && b.atMs > a.atMs) ? b : a;

function planOf(
  ahead: SnapshotRows["stops"],
  from: Point | undefined,
  vehicle: CourierView["vehicle"],
  { nowMs, handling, forecast }: { nowMs: Milliseconds; handling: Handling; forecast: Forecast },
): PlannedStop[] {
  const [first] = ahead;
  if (!first) return [];
  const stops = ahead.map(({ deliveryId, kind, lat, lng, readyAt }) => ({
    deliveryId,
    kind,
    point: { lat, lng },
    readyMs: kind === "pickup" ? readyAt.getTime() : Number.NEGATIVE_INFINITY,
  }));
  const start = { point: from ?? { lat: first.lat, lng: first.lng }, atMs: nowMs };
  const driven = driveStops(start, stops, vehicle, { handling, forecast });
  return driven.stops.map(({ etaMs, ...stop }) => ({ ...stop, doneMs: etaMs }));
}
