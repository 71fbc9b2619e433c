import Flatbush from "flatbush";
import type { Point } from "#shared/kernel/geo";
import type { Metres, Seconds } from "#shared/kernel/units";
import { travelSeconds } from "#shared/kernel/vehicle";
import type { Job } from "./job";
import type { Model } from "./model";

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
  return (job, count) => {
    if (count >= riders.length) return everyone;
    const { lat, lng } = job.delivery.pickup;
    const near = index.neighbors(lng * squeeze, lat, count * settings.candidatesSpread);
    return near.length <= count ? near : smallest(near, lossS(job), count);
  };
}

/** Seconds that the food waits for a courier, and his own on the way, by the straight line. */
function lossOf({ riders, riderPrice, settings }: Parameters<typeof riderIndex>[0], squeeze: number) {
  const price = Math.max(settings.leastWaitPrice, riderPrice);
  const secondsPerDegree = riders.map(({ vehicle }) => travelSeconds(METRES_PER_DEGREE, vehicle));
  const degrees = (a: Point, b: Point) => Math.hypot(a.lat - b.lat, (a.lng - b.lng) * squeeze);
  return ({ delivery, readyS }: Job) =>
    (index: number): Seconds => {
      const { point, freeS } = riders[index]!;
      const rideS = degrees(point, delivery.pickup) * secondsPerDegree[index]!;
      return Math.max(0, freeS + rideS - readyS) + price * rideS;
    };
}

function smallest(among: readonly number[], costOf: (one: number) => number, count: number): number[] {
  return among
    .map((one) => ({ one, cost: costOf(one) }))
    .sort((a, b) => a.cost - b.cost || a.one - b.one)
    .slice(0, count)
    .map(({ one }) => one);
}
