import type { Point } from "#shared/kernel/geo";
import type { CleanSnapshot } from "../clean-snapshot";
import { demandCentres } from "./demand-centres";

/** A ride that is endless, or no number, is this long. */
const FAR_S = 86_400;

/** Centres' numbers fit behind a ride's milliseconds. */
const MOST_CENTRES = 256;

/**
 * Seconds of ride from a place to the nearest part of the expected demand, by motorcycle: what it costs to end a trip
 * there. 0 everywhere while nothing is known about demand.
 */
export function remotenessOf(
  { branches, forecast, nowMs }: CleanSnapshot,
  nearShare: number,
): (point: Point) => number {
  const centres = demandCentres(branches);
  const total = centres.reduce((sum, centre) => sum + centre.perHour, 0);
  // Milliseconds of ride with the centre's number behind them: plain numbers sort many times faster than pairs.
  const rides = new Float64Array(centres.length);
  const measure = (point: Point): number => {
    for (let i = 0; i < rides.length; i++) {
      const rideS = forecast.travelSeconds(point, centres[i]!.point, "motorcycle", nowMs);
      rides[i] = Math.round(1_000 * (Number.isNaN(rideS) ? FAR_S : Math.min(rideS, FAR_S))) * MOST_CENTRES + i;
    }
    rides.sort();
    let left = total * nearShare;
    let sum = 0;
    for (const ride of rides) {
      const weight = centres[ride % MOST_CENTRES]!.perHour;
      sum += (Math.floor(ride / MOST_CENTRES) / 1_000) * Math.min(left, weight);
      left -= weight;
      if (left <= 0) break;
    }
    return sum / (total * nearShare);
  };
  return (point) => (total === 0 ? 0 : measure(point));
}
