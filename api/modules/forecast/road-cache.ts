import type { RoadSeconds } from "#api/domain/forecast/to-forecast";
import type { Point } from "#shared/kernel/geo";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";
import type { RoadMatrix } from "./road-matrix";

/** Streets change slowly; a router that knows of jams is asked again by then. Real time. */
const KEPT_MS: Milliseconds = 10 * 60_000;
const KEPT_MOST = 200_000;
/** The public servers' own limit for a table. */
const PLACES_MOST = 100;

/** About eleven metres: two couriers at one counter stand in the same place. */
const placeOf = ({ lat, lng }: Point): string => `${lat.toFixed(4)},${lng.toFixed(4)}`;
const pairOf = (from: Point, to: Point, vehicle: Vehicle): string => `${vehicle}|${placeOf(from)}|${placeOf(to)}`;

export type RoadCache = {
  /** Asks for all rides between these places, as far as they are not known; never rejects. */
  prefetch(from: readonly Point[], to: readonly Point[], vehicle: Vehicle): Promise<void>;
  /** What is known now. */
  seconds: RoadSeconds;
};

/**
 * Rides as a router knows them, kept in memory: a round asks for its places beforehand and decides without waiting. A
 * router that is away leaves nothing behind, and the round falls back on distance.
 */
export function createRoadCache(matrix: RoadMatrix, nowMs: () => Milliseconds): RoadCache {
  const known = new Map<string, { seconds: Seconds | null; untilMs: Milliseconds }>();
  const fresh = (pair: string) => {
    const found = known.get(pair);
    return found && found.untilMs > nowMs() ? found : undefined;
  };
  const keep = (pair: string, seconds: Seconds | null) => {
    known.delete(pair); // to the end: the first of a map is the oldest
    known.set(pair, { seconds, untilMs: nowMs() + KEPT_MS });
    if (known.size > KEPT_MOST) known.delete(known.keys().next().value!);
  };
  return {
    async prefetch(from, to, vehicle) {
      const targets = to.slice(0, PLACES_MOST / 2);
      const sources = from
        .filter((source) => targets.some((target) => !fresh(pairOf(source, target, vehicle))))
        .slice(0, PLACES_MOST / 2);
      if (sources.length === 0) return;
      const table = await matrix(sources, targets, vehicle).catch(() => null);
      if (!table) return;
      for (const [i, source] of sources.entries())
        for (const [j, target] of targets.entries()) keep(pairOf(source, target, vehicle), table[i]?.[j] ?? null);
    },
    seconds: (from, to, vehicle) => fresh(pairOf(from, to, vehicle))?.seconds ?? null,
  };
}
