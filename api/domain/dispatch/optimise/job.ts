import type { Seconds } from "#shared/kernel/units";
import type { BranchView, DeliveryView } from "../delivery-view";

/** A delivery with its times in seconds from now. */
export type Job = {
  index: number;
  delivery: DeliveryView;
  branch: BranchView;
  /** When the food is expected at the counter, never before now … */
  readyS: Seconds;
  /** … and when it is in four cases of five. */
  readyRiskS: Seconds;
  /** How far off that may be: the standard deviation; 0 once it is known. */
  readySdS: Seconds;
  promisedS: Seconds;
  /** Worth nothing at the door after this; infinite when late is better than never. */
  latestDoorS: Seconds;
  /** Who may never carry it. */
  bannedIds: ReadonlySet<string>;
};

/** P80 of a normal distribution lies so many standard deviations above the median. */
const P80_DEVIATIONS = 0.8416;

const NOBODY: ReadonlySet<string> = new Set();

export function jobOf(delivery: DeliveryView, index: number, branch: BranchView, nowMs: number): Job {
  const seconds = (atMs: number): Seconds => (atMs - nowMs) / 1_000;
  const pinned = delivery.pinnedCourierId;
  const banned = [...delivery.forbiddenCourierIds, ...delivery.refusedByCourierIds.filter((id) => id !== pinned)];
  const readyS = seconds(delivery.readyP50Ms);
  const readyRiskS = Math.max(readyS, seconds(delivery.readyP80Ms));
  return {
    index,
    delivery,
    branch,
    readyS,
    readyRiskS,
    readySdS: (readyRiskS - readyS) / P80_DEVIATIONS,
    promisedS: seconds(delivery.promisedMs),
    latestDoorS: delivery.latestDoorMs === null ? Number.POSITIVE_INFINITY : seconds(delivery.latestDoorMs),
    bannedIds: banned.length === 0 ? NOBODY : new Set(banned),
  };
}
