import type { Seconds } from "#shared/kernel/units";
import type { BranchView } from "../delivery-view";
import type { Job } from "./job";
import type { Rider } from "./rider";
import type { EngineSettings } from "./settings";

/** The fluid queue is followed in steps of this length … */
const BUCKET_S = 300;

/** … for two hours; shifts and demand farther away say little. */
const BUCKETS = 24;

/** Orders that are not placed yet are not ready at once: from here on all of them count, before in proportion. */
const PREPARATION_S = 1_200;

/**
 * What a second of a courier's time is worth now, in seconds at a door. While a backlog lasts every order behind waits
 * for the second that is spent here: one more courier-second serves 1 / trip orders more, which are then not late for as
 * long as the backlog lasts. So the price is the time until the couriers have caught up, over the length of a trip, on
 * top of a small price for when nobody is short.
 */
export function riderPrice(
  jobs: readonly Job[],
  riders: readonly Rider[],
  idealDoorS: Float64Array,
  branches: readonly BranchView[],
  settings: EngineSettings,
): number {
  if (jobs.length === 0 || riders.length === 0) return settings.idleRiderPrice;
  const directS = jobs.reduce((sum, job) => sum + idealDoorS[job.index]! - job.readyS, 0) / jobs.length;
  const tripS = Math.max(1, settings.rideFactor * directS);
  const caughtUpS = backlogS(wantedSeconds(jobs, branches, tripS, settings.loadFactor), offeredSeconds(riders));
  return settings.idleRiderPrice + Math.min(settings.priceCap, (settings.priceSlope * caughtUpS) / tripS);
}

/** Courier seconds that become due in each step: known orders when ready, expected ones as they will come. */
function wantedSeconds(
  jobs: readonly Job[],
  branches: readonly BranchView[],
  tripS: Seconds,
  factor: number,
): Float64Array {
  const wanted = new Float64Array(BUCKETS);
  for (const { readyS } of jobs) {
    wanted[Math.min(BUCKETS - 1, Math.max(0, Math.floor((readyS - tripS / 4) / BUCKET_S)))]! += tripS * factor;
  }
  const perHour = branches.reduce((sum, { expectedOrdersPerHour: n }) => sum + (Number.isFinite(n) ? n : 0), 0);
  for (let i = 0; i < BUCKETS; i++) {
    const comesToBe = Math.min(1, ((i + 0.5) * BUCKET_S) / PREPARATION_S);
    wanted[i]! += (comesToBe * perHour * tripS * factor * BUCKET_S) / 3_600;
  }
  return wanted;
}

function offeredSeconds(riders: readonly Rider[]): Float64Array {
  const offered = new Float64Array(BUCKETS);
  for (const { freeS, offS } of riders) {
    for (let i = Math.max(0, Math.floor(freeS / BUCKET_S)); i < BUCKETS && i * BUCKET_S < offS; i++) {
      offered[i]! += Math.min(offS, (i + 1) * BUCKET_S) - Math.max(freeS, i * BUCKET_S);
    }
  }
  return offered;
}

/** Until when there is more to do than hands; 0 when there is not. */
function backlogS(wanted: Float64Array, offered: Float64Array): Seconds {
  let backlog = 0;
  for (let i = 0; i < BUCKETS; i++) {
    const before = backlog;
    backlog += wanted[i]! - offered[i]!;
    if (backlog > 0) continue;
    if (before <= 0) return 0;
    return (i + before / Math.max(1, before - backlog)) * BUCKET_S;
  }
  return BUCKETS * BUCKET_S;
}
