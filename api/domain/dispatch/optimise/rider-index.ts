import Flatbush from "flatbush";
import type { Job } from "./job";
import type { Rider } from "./rider";

/** The couriers whose next free position is nearest to a job's counter, nearest first, by their index. */
export type NearestRiders = (job: Job, count: number) => readonly number[];

/** Builds the index once per round. At least one courier is needed. */
export function riderIndex(riders: readonly Rider[]): NearestRiders {
  // Degrees of longitude shrink towards the poles; one factor per city is exact enough to choose candidates.
  const squeeze = Math.cos((riders[0]!.point.lat * Math.PI) / 180);
  const index = new Flatbush(riders.length);
  for (const { point } of riders) index.add(point.lng * squeeze, point.lat);
  index.finish();
  const everyone = riders.map((rider) => rider.index);
  return ({ delivery: { pickup } }, count) =>
    count >= riders.length ? everyone : index.neighbors(pickup.lng * squeeze, pickup.lat, count);
}
