import type { Forecast } from "#api/domain/dispatch/dispatch-policy";
import { wallClockMs } from "#api/domain/hours/wall-clock";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { travelSeconds, type Vehicle } from "#shared/kernel/vehicle";
import type { Knowledge } from "./knowledge";
import { offerProbability } from "./learn-offer";
import { cellBelief, cellOf } from "./travel-factor";

/** Seconds by road between two places where a router has been asked for them, else null. */
export type RoadSeconds = (from: Point, to: Point, vehicle: Vehicle) => Seconds | null;

const HOUR_MS: Milliseconds = 3_600_000;
const NO_ROADS: RoadSeconds = () => null;

/**
 * What has been learnt, as a dispatch round asks for it. Made for one round: cells and factors are kept, because a round
 * asks for the same places a hundred thousand times.
 */
export function toForecast(knowledge: Knowledge, timezone: string, roads: RoadSeconds = NO_ROADS): Forecast {
  const hourOf = hoursOf(timezone);
  const cells = new Map<Point, string>();
  const cell = (point: Point) => kept(cells, point, () => cellOf(point));
  const logFactors = new Map<string, number>();
  const logFactor = (point: Point, vehicle: Vehicle, hour: number) => {
    const at = { cell: cell(point), vehicle, hour };
    return kept(logFactors, `${at.cell}:${vehicle}:${hour}`, () => cellBelief(knowledge.statistics, at).mean);
  };
  return {
    travelSeconds: (from, to, vehicle, atMs) => {
      const byRoad = roads(from, to, vehicle);
      if (byRoad !== null) return byRoad;
      const usual = travelSeconds(distanceMetres(from, to), vehicle);
      const hour = Math.floor(hourOf(atMs));
      return usual * Math.exp((logFactor(from, vehicle, hour) + logFactor(to, vehicle, hour)) / 2);
    },
    acceptProbability: ({ id }, { pickupMetres, payMinor, atMs }) =>
      offerProbability(knowledge, { courierId: id, pickupMetres, payMinor, hour: hourOf(atMs) }),
  };
}

/** The hour on the wall, 0 … 24, with its fraction. Clocks change on the hour, so each is looked up once. */
function hoursOf(timezone: string): (ms: Milliseconds) => number {
  const walls = new Map<number, number>();
  return (ms) => {
    if (!Number.isFinite(ms)) return 0;
    const began = Math.floor(ms / HOUR_MS) * HOUR_MS;
    const wallMs = kept(walls, began, () => wallClockMs(new Date(began), timezone)) + (ms - began);
    return (wallMs / HOUR_MS) % 24;
  };
}

function kept<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
