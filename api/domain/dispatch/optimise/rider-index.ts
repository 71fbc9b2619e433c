import Flatbush from "flatbush";
import type { Metres, Seconds } from "#shared/kernel/units";
import { travelSeconds } from "#shared/kernel/vehicle";
import type { Job } from "./job";
import type { Model } from "./model";
import type { Rider } from "./rider";

/** So many couriers who could be at a job's counter soonest and with the shortest ride, by their index. */
export type SoonestRiders = (job: Job, count: number) => readonly number[];

const METRES_PER_DEGREE: Metres = 111_320;

/**
 * Builds the index once per round. Of the couriers whose next free position is near (`candidatesSpread` times as many as
 * are wanted) it gives those who lose least before they stand at the counter. Without the second look a busy quarter
 * offers every order the same few couriers, all of them taken, while somebody free stands two streets farther away. At
 * least one courier is needed.
 */
export function riderIndex(model: Pick<Model, "riders" | "riderPrice" | "settings">): SoonestRiders {
  const { riders, settings } = model;
  // Degrees of longitude shrink towards the poles; one factor per city is exact enough to choose candidates.
  const squeeze = Math.cos((riders[0]!.point.lat * Math.PI) / 180);
  const index = new Flatbush(riders.length);
  for (const { point } of riders) index.add(point.lng * squeeze, point.lat);
  index.finish();
  const everyone = riders.map((rider) => rider.index);
  const lossS = lossOf(model, squeeze);
  const costs = new Float64Array(riders.length);
  return (job, count) => {
    if (count >= riders.length) return everyone;
    const { lat, lng } = job.delivery.pickup;
    const near = index.neighbors(lng * squeeze, lat, count * settings.candidatesSpread);
    if (near.length <= count) return near;
    for (const rider of near) costs[rider] = lossS(job, riders[rider]!);
    return smallest(near, costs, count);
  };
}

/** Seconds that the food waits for a courier, and his own on the way, by the straight line. */
function lossOf({ riders, riderPrice, settings }: Parameters<typeof riderIndex>[0], squeeze: number) {
  const price = Math.max(settings.leastWaitPrice, riderPrice);
  const secondsPerDegree = riders.map(({ vehicle }) => travelSeconds(METRES_PER_DEGREE, vehicle));
  return ({ delivery, readyS }: Job, { index, point, freeS }: Rider): Seconds => {
    const north = point.lat - delivery.pickup.lat;
    const east = (point.lng - delivery.pickup.lng) * squeeze;
    const rideS = Math.sqrt(north * north + east * east) * secondsPerDegree[index]!;
    return Math.max(0, freeS + rideS - readyS) + price * rideS;
  };
}

/** The `count` of these with the least `cost`; of equals, those that come first. Few stay, so each is put in its place. */
function smallest(among: readonly number[], cost: Float64Array, count: number): number[] {
  const kept = among.slice(0, count).sort((a, b) => cost[a]! - cost[b]!);
  for (let i = count; i < among.length; i++) {
    const one = among[i]!;
    let at = count - 1;
    if (!(cost[one]! < cost[kept[at]!]!)) continue;
    for (; at > 0 && cost[one]! < cost[kept[at - 1]!]!; at--) kept[at] = kept[at - 1]!;
    kept[at] = one;
  }
  return kept;
}
