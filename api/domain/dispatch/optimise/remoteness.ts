import type { Point } from "#shared/kernel/geo";
import type { CleanSnapshot } from "../clean-snapshot";

/** Past this many branches only the busiest are asked: remoteness is an estimate, not a route. */
const BRANCHES = 200;

/** A ride that is endless, or no number, is this long. */
const FAR_S = 86_400;

/**
 * Seconds of ride from a place to the nearest part of the expected demand, by motorcycle: what it costs to end a trip
 * there. 0 everywhere while nothing is known about demand.
 */
export function remotenessOf(
  { branches, forecast, nowMs }: CleanSnapshot,
  nearShare: number,
): (point: Point) => number {
  const wanted = branches
    .filter((branch) => branch.expectedOrdersPerHour > 0 && branch.expectedOrdersPerHour < Number.POSITIVE_INFINITY)
    .sort((a, b) => b.expectedOrdersPerHour - a.expectedOrdersPerHour || (a.id < b.id ? -1 : 1))
    .slice(0, BRANCHES);
  const total = wanted.reduce((sum, branch) => sum + branch.expectedOrdersPerHour, 0);
  // Milliseconds of ride with the branch's number behind them: plain numbers sort many times faster than pairs.
  const rides = new Float64Array(wanted.length);
  const measure = (point: Point): number => {
    wanted.forEach((branch, i) => {
      const rideS = forecast.travelSeconds(point, branch.point, "motorcycle", nowMs);
      rides[i] = Math.round(1_000 * (Number.isNaN(rideS) ? FAR_S : Math.min(rideS, FAR_S))) * BRANCHES + i;
    });
    rides.sort();
    let left = total * nearShare;
    let sum = 0;
    for (const ride of rides) {
      const weight = wanted[ride % BRANCHES]!.expectedOrdersPerHour;
      sum += (Math.floor(ride / BRANCHES) / 1_000) * Math.min(left, weight);
      left -= weight;
      if (left <= 0) break;
    }
    return sum / (total * nearShare);
  };
  return (point) => (total === 0 ? 0 : measure(point));
}
