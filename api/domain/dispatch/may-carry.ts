import type { CleanSnapshot } from "./clean-snapshot";
import type { CourierView } from "./courier-view";
import { activeOrders, nextFree } from "./courier-view";
import type { DeliveryView } from "./delivery-view";

/** Why a courier cannot be asked to carry a delivery, or `null` when he can. */
export type Obstacle =
  | "forbidden"
  | "pinned_to_other"
  | "refused"
  | "full"
  | "no_position"
  | "stale"
  | "off_shift"
  | "too_late"
  | "cash_limit";

/**
 * The hard rules of a pair, the cheap ones first. Distance is not one of them: each policy has its own radius.
 * A courier at work is known by his plan even while his phone is silent; a free one only by his position.
 */
export function obstacle(courier: CourierView, delivery: DeliveryView, snapshot: CleanSnapshot): Obstacle | null {
  if (delivery.forbiddenCourierIds.includes(courier.id)) return "forbidden";
  const pinned = delivery.pinnedCourierId === courier.id;
  if (delivery.pinnedCourierId !== null && !pinned) return "pinned_to_other";
  // A dispatcher who pins asks again on purpose.
  if (!pinned && delivery.refusedByCourierIds.includes(courier.id)) return "refused";
  if (activeOrders(courier) >= courier.capacityOrders) return "full";
  return positionObstacle(courier, delivery, snapshot) ?? timeObstacle(courier, delivery, snapshot);
}

function positionObstacle(courier: CourierView, delivery: DeliveryView, snapshot: CleanSnapshot): Obstacle | null {
  if (courier.position === null) return "no_position";
  const freshSeconds = snapshot.branchById.get(delivery.branchId)!.freshSeconds;
  return courier.positionAgeSeconds <= freshSeconds ? null : "stale";
}

function timeObstacle(courier: CourierView, delivery: DeliveryView, snapshot: CleanSnapshot): Obstacle | null {
  const { nowMs } = snapshot;
  if (courier.availableFromMs > nowMs) return "off_shift";
  if (exceedsCashLimit(courier, delivery.cashToCollectMinor)) return "cash_limit";
  if (courier.shiftEndsMs === null) return null;
  const start = nextFree(courier, nowMs);
  const pickupMs = start && earliestPickupMs(start, courier, delivery, snapshot);
  return pickupMs !== null && pickupMs <= courier.shiftEndsMs ? null : "too_late";
}

/** Would the cash at these doors take him over what he may carry? */
export const exceedsCashLimit = (courier: CourierView, cashMinor: number): boolean =>
  courier.cashLimitMinor !== null && cashMinor > 0 && courier.cashInHandMinor + cashMinor > courier.cashLimitMinor;

function earliestPickupMs(
  start: NonNullable<ReturnType<typeof nextFree>>,
  courier: CourierView,
  delivery: DeliveryView,
  { forecast, handling }: CleanSnapshot,
): number {
  const rideSeconds = forecast.travelSeconds(start.point, delivery.pickup, courier.vehicle, start.atMs);
  return Math.max(delivery.readyP50Ms, start.atMs + (rideSeconds + handling.beforePickupSeconds) * 1_000);
}
