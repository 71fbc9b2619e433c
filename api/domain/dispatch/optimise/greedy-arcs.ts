import { bestTrip } from "./best-trip";
import type { Arc } from "./candidates";
import type { Job } from "./job";
import type { Model } from "./model";
import { riderIndex } from "./rider-index";
import { routeCost } from "./route";

/** Nearest couriers asked per order when there is no time to look around: the first who can go gets it. */
const ASKED = 4;

/**
 * What is left when the budget is spent at once: in the order of waiting each job takes the nearest courier who has
 * none yet and can go. At most one arc per job, and a courier in at most one of them.
 */
export function greedyArcs(model: Model): Arc[][] {
  const { riders, jobs } = model;
  const arcs: Arc[][] = jobs.map(() => []);
  if (riders.length === 0) return arcs;
  const nearest = riderIndex(riders);
  const taken = new Uint8Array(riders.length);
  let free = riders.length;
  for (const job of jobs) {
    if (free === 0) break;
    const alone = [bestTrip([job], model)!];
    for (const rider of nearest(job, asked(job, model), (candidate) => taken[candidate] === 0)) {
      const costS = routeCost(riders[rider]!, alone, model);
      if (costS === Number.POSITIVE_INFINITY) continue;
      arcs[job.index]!.push({ rider, costS });
      taken[rider] = 1;
      free -= 1;
      break;
    }
  }
  return arcs;
}

/** A pinned courier is found wherever he is; food that stands is looked at farther afield, as in a full round. */
function asked({ delivery, readyS }: Job, { settings, riders }: Model): number {
  if (delivery.pinnedCourierId !== null) return riders.length;
  return readyS < -settings.waitingAfterSeconds ? settings.candidatesWaiting : ASKED;
}
