import type { StopKind } from "#shared/delivery/trip";
import type { Point } from "#shared/kernel/geo";
import type { Milliseconds, Minor, Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";

/** A courier as a round sees him. */
export type CourierView = {
  id: string;
  /** Where he was last seen; `null` when nobody knows. */
  position: Point | null;
  positionAgeSeconds: Seconds;
  vehicle: Vehicle;
  /** Orders at once. */
  capacityOrders: number;
  /** 0 … 5. */
  rating: number;
  /** Share of exclusive offers he took, 0 … 1. */
  acceptanceRate: number;
  /** What he is bound to, in order of driving; empty when he is free. */
  plan: readonly PlannedStop[];
  /** Since when he has had nothing to do; `null` while he has. The order of the branch queue. */
  freeSinceMs: Milliseconds | null;
  /** From when he may be sent; past or present for everyone on shift. */
  availableFromMs: Milliseconds;
  /** No pick-up after this; `null` when he works on until he stops. */
  shiftEndsMs: Milliseconds | null;
  payTodayMinor: Minor;
  /** What today's shift pays at least; 0 without a guarantee. */
  guaranteePerDayMinor: Minor;
  cashInHandMinor: Minor;
  cashLimitMinor: Minor | null;
};

/** A stop that is still to be done. `doneMs`: when he is expected to ride away from it. */
export type PlannedStop = { deliveryId: string; kind: StopKind; point: Point; doneMs: Milliseconds };

/** Orders he is bound to now. */
export const activeOrders = ({ plan }: CourierView): number =>
  plan.length === 0 ? 0 : new Set(plan.map((stop) => stop.deliveryId)).size;

/** Where and when he can start on something new: after the last stop of his plan, else here and now. */
export function nextFree(courier: CourierView, nowMs: Milliseconds): { point: Point; atMs: Milliseconds } | null {
  const last = courier.plan.at(-1);
  const earliestMs = Math.max(nowMs, courier.availableFromMs);
  if (last) return { point: last.point, atMs: Math.max(earliestMs, last.doneMs) };
  return courier.position && { point: courier.position, atMs: earliestMs };
}
