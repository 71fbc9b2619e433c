import type { Config } from "#api/config";
import type { RoadSeconds } from "#api/domain/forecast/road-seconds";
import type { Deps } from "#api/platform/deps";
import type { Point } from "#shared/kernel/geo";
import type { Vehicle } from "#shared/kernel/vehicle";
import { createRoadCache, type RoadCache } from "./road-cache";
import { createRoadMatrix } from "./road-matrix";

/** Where couriers start from and where they are sent, and by what they ride. */
export type RoadNeeds = { from: readonly Point[]; to: readonly Point[]; vehicles: readonly Vehicle[] };

/** Places of one round that a router is asked about; the oldest deliveries come first. */
const FROM_MOST = 120;
const TO_MOST = 60;

/** By process: one memory of the streets for each configured router. */
const caches = new WeakMap<Config, RoadCache>();

/** The memory of the configured router; null without one. */
function roadCacheOf({ config, clock }: Pick<Deps, "config" | "clock">): RoadCache | null {
  const { ROUTER, ROUTER_URL } = config;
  if (!ROUTER || !ROUTER_URL) return null;
  const cache = caches.get(config) ?? createRoadCache(createRoadMatrix(ROUTER, ROUTER_URL), () => +clock.realNow());
  caches.set(config, cache);
  return cache;
}

/**
 * The rides of a round by road, as far as they are known. Never waits: what is missing is asked for in the background,
 * and the next round has it. Nothing without a router.
 */
export function roundRoads(deps: Pick<Deps, "config" | "clock">, { from, to, vehicles }: RoadNeeds): RoadSeconds {
  const cache = roadCacheOf(deps);
  if (!cache) return {};
  const [sources, targets] = [from.slice(0, FROM_MOST), to.slice(0, TO_MOST)];
  for (const vehicle of vehicles) void cache.prefetch(sources, targets, vehicle);
  return Object.assign({}, ...vehicles.map((vehicle) => cache.known(sources, targets, vehicle)));
}
