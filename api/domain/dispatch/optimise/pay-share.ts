import type { CleanSnapshot } from "../clean-snapshot";
import type { CourierView } from "../courier-view";

/** Before couriers have worked this long together their earnings say nothing, and the guarantee is taken as the rate. */
const PRIOR_HOURS = 2;

const HOUR_MS = 3_600_000;

/**
 * How much of a trip's pay is really paid on top: none of it to a courier whose guarantee for the day exceeds what he
 * is going to earn anyway, all of it to one beyond it, and a smooth step between. Without a guarantee: all of it.
 */
export function payShareOf({ couriers, nowMs }: CleanSnapshot): (courier: CourierView) => number {
  const workedHours = (courier: CourierView) => Math.max(0, nowMs - courier.availableFromMs) / HOUR_MS;
  const hours = couriers.reduce((sum, courier) => sum + workedHours(courier), 0);
  const earned = couriers.reduce((sum, courier) => sum + courier.payTodayMinor, 0);
  return (courier) => {
    if (courier.guaranteePerDayMinor <= 0) return 1;
    const leftHours = courier.shiftEndsMs === null ? 1 : Math.max(0, courier.shiftEndsMs - nowMs) / HOUR_MS;
    const guaranteedRate = courier.guaranteePerDayMinor / Math.max(0.25, workedHours(courier) + leftHours);
    const rate = (earned + guaranteedRate * PRIOR_HOURS) / (hours + PRIOR_HOURS);
    const expected = courier.payTodayMinor + rate * leftHours;
    // Earnings are counts of trips: the spread of what is still to come is about its root, in trips of an hour's third.
    const spread = Math.sqrt(Math.max(0.25, leftHours) * rate * guaranteedRate);
    return 1 / (1 + Math.exp((-1.7 * (expected - courier.guaranteePerDayMinor)) / Math.max(1, spread)));
  };
}

/** A courier's pay per hour against the mean of all who are on shift: −1 for nothing yet, 0 for the mean, at most 1. */
export function aheadOf({ couriers, nowMs }: CleanSnapshot): (courier: CourierView) => number {
  // The first half-hour is rounded up: one early trip makes nobody rich.
  const hoursOf = (courier: CourierView) => Math.max(0.5, (nowMs - courier.availableFromMs) / HOUR_MS);
  const rates = couriers.filter((courier) => courier.availableFromMs <= nowMs).map((c) => c.payTodayMinor / hoursOf(c));
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, rates.length);
  return (courier) => (mean <= 0 ? 0 : Math.min(1, courier.payTodayMinor / hoursOf(courier) / mean - 1));
}
