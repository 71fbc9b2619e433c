import type { Point } from "#shared/kernel/geo";
import type { CleanSnapshot } from "../clean-snapshot";

/** Past this many branches only the busiest are asked: remoteness is an estimate, not a route. */
const BRANCHES = 200;

/**
 * Seconds of ride from a place to the nearest part of the expected demand, by motorcycle: what it costs to end a trip
 * there. 0 everywhere while nothing is known about demand.
 */
export function remotenessOf(
  { branches, forecast, nowMs }: CleanSnapshot,
  NEAR_SHARE: number,
): (point: Point) => number {
  const wanted = branches
    .filter((branch) => branch.expectedOrdersPerHour > 0 && branch.expectedOrdersPerHour < Number.POSITIVE_INFINITY)
    .sort((a, b) => b.expectedOrdersPerHour - a.expectedOrdersPerHour || (a.id < b.id ? -1 : 1))
    .slice(0, BRANCHES);
  const total = wanted.reduce((sum, branch) => sum + branch.expectedOrdersPerHour, 0);
  const known = new Map<Point, number>();
  const measure = (point: Point): number => {
    const rides = wanted
      .map(({ point: to, expectedOrdersPerHour }) => ({
        s: forecast.travelSeconds(point, to, "motorcycle", nowMs),
        weight: expectedOrdersPerHour,
      }))
      .sort((a, b) => a.s - b.s);
    let left = total * NEAR_SHARE;
    let sum = 0;
    for (const { s, weight } of rides) {
      sum += s * Math.min(left, weight);
      left -= weight;
      if (left <= 0) break;
    }
    return sum / (total * NEAR_SHARE);
  };
  return (point) => {
    if (total === 0) return 0;
    const seconds = known.get(point) ?? measure(point);
    known.set(point, seconds);
    return seconds;
  };
}
