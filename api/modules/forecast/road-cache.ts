import { type RoadSeconds, roadKey, roadPlace } from "#api/domain/forecast/road-seconds";
import type { Point } from "#shared/kernel/geo";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";
import type { RoadMatrix } from "./road-matrix";

/** Streets change slowly; a router that knows of jams is asked again by then. Real time. */
const KEPT_MS: Milliseconds = 10 * 60_000;
const KEPT_MOST = 200_000;
/** Sources and targets of one question: together the public servers' own limit for a table. */
const PLACES_MOST = 50;

export type RoadCache = {
  /** Asks for rides between these places that are not known, as many as one question holds; never rejects. */
  prefetch(from: readonly Point[], to: readonly Point[], vehicle: Vehicle): Promise<void>;
  /** What is known of them now, by `roadKey`. */
  known(from: readonly Point[], to: readonly Point[], vehicle: Vehicle): RoadSeconds;
};

/** One point for each place. */
const byPlace = (points: readonly Point[]): [string, Point][] => [
  ...new Map(points.map((point) => [roadPlace(point), point])),
];

/**
 * Rides as a router knows them, kept in memory: who has read a snapshot asks for its places in the background, and the
 * round decides without waiting. A router that is away leaves nothing behind, and rounds fall back on distance.
 */
export function createRoadCache(matrix: RoadMatrix, nowMs: () => Milliseconds): RoadCache {
  const rides = new Map<string, { seconds: Seconds | null; untilMs: Milliseconds }>();
  const fresh = (key: string) => {
    const found = rides.get(key);
    return found && found.untilMs > nowMs() ? found : undefined;
  };
  const keep = (key: string, seconds: Seconds | null) => {
    rides.delete(key); // to the end: the first of a map is the oldest
    rides.set(key, { seconds, untilMs: nowMs() + KEPT_MS });
    if (rides.size > KEPT_MOST) rides.delete(rides.keys().next().value!);
  };
  return {
    async prefetch(from, to, vehicle) {
      const [all, ends] = [byPlace(from), byPlace(to)];
      const isMissing = (a: string, b: string) => a !== b && !fresh(roadKey(a, b, vehicle));
      const sources = all.filter(([a]) => ends.some(([b]) => isMissing(a, b))).slice(0, PLACES_MOST);
      const targets = ends.filter(([b]) => sources.some(([a]) => isMissing(a, b))).slice(0, PLACES_MOST);
      if (targets.length === 0) return;
      const points = (places: typeof all) => places.map(([, point]) => point);
      const table = await matrix(points(sources), points(targets), vehicle).catch(() => null);
      if (!table) return;
      for (const [i, [source]] of sources.entries())
        for (const [j, [target]] of targets.entries()) keep(roadKey(source, target, vehicle), table[i]?.[j] ?? null);
    },
    known(from, to, vehicle) {
      const ends = byPlace(to);
      const found: Record<string, Seconds> = {};
      for (const [source] of byPlace(from))
        for (const [target] of ends) {
          const key = roadKey(source, target, vehicle);
          const seconds = fresh(key)?.seconds;
          if (typeof seconds === "number") found[key] = seconds;
        }
      return found;
    },
  };
}
