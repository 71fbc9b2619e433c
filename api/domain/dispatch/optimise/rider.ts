import type { Point } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";
import { type CourierView, nextFree } from "../courier-view";

/** A courier with his times in seconds from now: where and when he can start on something new. */
export type Rider = {
  index: number;
  courier: CourierView;
  vehicle: Vehicle;
  point: Point;
  freeS: Seconds;
  /** No pick-up after this; infinite when he works on. */
  offS: Seconds;
  /** What a trip costs beyond the guarantee that is due to him anyway: 0 … 1 of its pay. */
  payShare: number;
  /** How far his pay per hour is above (1: twice) or below (−1: nothing yet) the others'. */
  aheadOfOthers: number;
};

export function riderOf(
  courier: CourierView,
  index: number,
  nowMs: number,
  payShare: number,
  aheadOfOthers: number,
): Rider | null {
  const free = nextFree(courier, nowMs);
  if (free === null || courier.capacityOrders < 1) return null;
  const offS = courier.shiftEndsMs === null ? Number.POSITIVE_INFINITY : (courier.shiftEndsMs - nowMs) / 1_000;
  const freeS = (free.atMs - nowMs) / 1_000;
  if (!(freeS <= offS)) return null;
  return { index, courier, vehicle: courier.vehicle, point: free.point, freeS, offS, payShare, aheadOfOthers };
}
