import type { Point } from "#shared/kernel/geo";
import type { CourierView, PlannedStop } from "./courier-view";
import type { BranchView, DeliveryView } from "./delivery-view";
import type { CallForHuman, HumanReason, Snapshot } from "./dispatch-policy";

/** A snapshot whose every number can be calculated with, and what had to be left out of it. */
export type CleanSnapshot = Snapshot & {
  branchById: ReadonlyMap<string, BranchView>;
  courierById: ReadonlyMap<string, CourierView>;
  rejected: readonly CallForHuman[];
};

/** A ready time later than this after now is nobody's plan but a mistake. */
const READY_HORIZON_MS = 24 * 3_600_000;

/** Open water in the Gulf of Guinea, where broken phones live. */
const isNowhere = (point: Point): boolean => point.lat === 0 && point.lng === 0;

export const isOnEarth = (point: Point | null | undefined): point is Point =>
  point != null && Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180 && !isNowhere(point);

/**
 * Drops what no decision can be based on: doubled ids, points off the map, times and sums that are no numbers. Every
 * delivery that is dropped is reported to a human being; a courier with an absurd position counts as one without.
 */
export function cleanSnapshot(snapshot: Snapshot): CleanSnapshot {
  const branchById = firstById(snapshot.branches);
  const rejected: CallForHuman[] = [];
  const deliveries = [...firstById(snapshot.deliveries).values()].filter((delivery) => {
    const reason = problemOf(delivery, snapshot.nowMs, branchById);
    if (reason) rejected.push({ deliveryId: delivery.id, reason });
    return reason === null;
  });
  const courierById = firstById(snapshot.couriers, cleanCourier);
  const couriers = [...courierById.values()];
  return { ...snapshot, branches: [...branchById.values()], deliveries, couriers, branchById, courierById, rejected };
}

function problemOf(
  delivery: DeliveryView,
  nowMs: number,
  branches: ReadonlyMap<string, BranchView>,
): HumanReason | null {
  const { pickup, dropoff, placedMs, readyP50Ms, readyP80Ms, promisedMs } = delivery;
  if (!isOnEarth(pickup) || !isOnEarth(dropoff) || !branches.has(delivery.branchId)) return "bad_data";
  if (!(readyP80Ms <= nowMs + READY_HORIZON_MS && readyP50Ms <= nowMs + READY_HORIZON_MS)) return "never_ready";
  // One that is no number makes the sum none: a round asks this of thousands.
  const sum = placedMs + readyP50Ms + readyP80Ms + promisedMs + delivery.waitingSinceMs + delivery.cashToCollectMinor;
  return Number.isFinite(sum) ? null : "bad_data";
}

const finiteOr = (value: number, fallback: number): number => (Number.isFinite(value) ? value : fallback);
const between = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, finiteOr(value, low)));

function cleanCourier(courier: CourierView): CourierView {
  // Nearly all are; a round of thousands does not copy them.
  return isClean(courier) ? courier : mended(courier);
}

const isClean = (courier: CourierView): boolean =>
  (courier.position === null || isOnEarth(courier.position)) &&
  courier.positionAgeSeconds >= 0 &&
  Number.isInteger(courier.capacityOrders) &&
  isBetween(courier.capacityOrders, 0, 50) &&
  isBetween(courier.rating, 0, 5) &&
  isBetween(courier.acceptanceRate, 0, 1) &&
  Number.isFinite(
    courier.availableFromMs + courier.payTodayMinor + courier.guaranteePerDayMinor + courier.cashInHandMinor,
  ) &&
  courier.plan.every(isSaneStop);

const isBetween = (value: number, low: number, high: number): boolean => value >= low && value <= high;

function mended(courier: CourierView): CourierView {
  return {
    ...courier,
    position: isOnEarth(courier.position) ? courier.position : null,
    // Not a number is not "fresh".
    positionAgeSeconds: Number.isNaN(courier.positionAgeSeconds)
      ? Number.POSITIVE_INFINITY
      : courier.positionAgeSeconds,
    // Nobody knows where a broken plan ends: nothing is added to it.
    capacityOrders: courier.plan.every(isSaneStop) ? Math.floor(between(courier.capacityOrders, 0, 50)) : 0,
    rating: between(courier.rating, 0, 5),
    acceptanceRate: between(courier.acceptanceRate, 0, 1),
    availableFromMs: finiteOr(courier.availableFromMs, Number.MAX_SAFE_INTEGER),
    payTodayMinor: finiteOr(courier.payTodayMinor, 0),
    guaranteePerDayMinor: finiteOr(courier.guaranteePerDayMinor, 0),
    cashInHandMinor: finiteOr(courier.cashInHandMinor, 0),
  };
}

const isSaneStop = (stop: PlannedStop): boolean => isOnEarth(stop.point) && Number.isFinite(stop.doneMs);

function firstById<T extends { id: string }>(rows: readonly T[], clean = (row: T) => row): Map<string, T> {
  const byId = new Map<string, T>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, clean(row));
  return byId;
}
