import type { Forecast } from "#api/domain/dispatch/dispatch-policy";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import { travelSeconds, type Vehicle } from "#shared/kernel/vehicle";
import { acceptProbability } from "./acceptance";
import { type ForecastFacts, parseFactorKey } from "./forecast-facts";
import { kept } from "./kept";
import { hoursOf } from "./local-hours";
import { roadKey, roadPlace } from "./road-seconds";
import { cellOf } from "./travel-factor";

/**
 * What has been learnt, as a dispatch round asks for it. Made for one round: cells and places are kept, because a round
 * asks for the same ones a hundred thousand times. A router's seconds come first, then the learnt factor, then distance.
 */
export function toForecast(facts: ForecastFacts): Forecast {
  const { typicalPayMinor } = facts;
  const hourOf = hoursOf(facts.timezone);
  const weights = new Map(Object.entries(facts.acceptance));
  const byRoad = roadsOf(facts);
  const logFactor = logFactorsOf(facts);
  return {
    travelSeconds: (from, to, vehicle, atMs) => {
      const seconds = byRoad(from, to, vehicle);
      if (seconds !== undefined) return seconds;
      const usual = travelSeconds(distanceMetres(from, to), vehicle);
      const hour = Math.floor(hourOf(atMs));
      return usual * Math.exp((logFactor(from, vehicle, hour) + logFactor(to, vehicle, hour)) / 2);
    },
    acceptProbability: ({ id }, { pickupMetres, payMinor, atMs }) =>
      acceptProbability(weights, { courierId: id, pickupMetres, payMinor, typicalPayMinor, hour: hourOf(atMs) }),
  };
}

function roadsOf({ roads }: ForecastFacts): (from: Point, to: Point, vehicle: Vehicle) => Seconds | undefined {
  if (Object.keys(roads).length === 0) return () => undefined;
  const places = new Map<Point, string>();
  const place = (point: Point) => kept(places, point, () => roadPlace(point));
  return (from, to, vehicle) => roads[roadKey(place(from), place(to), vehicle)];
}

/** By hour of the day. */
type Hourly = Partial<Record<Vehicle, Float64Array>>;
const NOTHING_LEARNT: Hourly = {};

/** Sorted by place once: text put together for each of a hundred thousand rides would be a third of a round. */
function logFactorsOf({ logFactors }: ForecastFacts): (at: Point, vehicle: Vehicle, hour: number) => number {
  const cells = new Map<string, Hourly>();
  for (const [key, logFactor] of Object.entries(logFactors)) {
    const { cell, vehicle, hour } = parseFactorKey(key);
    const hourly = kept(cells, cell, (): Hourly => ({}));
    hourly[vehicle] ??= new Float64Array(24);
    hourly[vehicle][hour] = logFactor;
  }
  if (cells.size === 0) return () => 0;
  const places = new Map<Point, Hourly>();
  return (at, vehicle, hour) => kept(places, at, () => cells.get(cellOf(at)) ?? NOTHING_LEARNT)[vehicle]?.[hour] ?? 0;
}
