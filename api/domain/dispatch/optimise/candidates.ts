import { bestTrip } from "./best-trip";
import type { Job } from "./job";
import type { Model } from "./model";
import type { Rider } from "./rider";
import { riderIndex } from "./rider-index";
import { routeCost } from "./route";

/** A courier for whom it is possible to carry a job, and what it would cost if that were all he did. */
export type Arc = { rider: number; costS: number };

/**
 * Per job the couriers that could take it, cheapest first. Looks at who could be there soonest: few for a fresh order,
 * more for one that has waited, all when none of those can go. In a dense city 24 alone starve 2 % of orders.
 */
export function candidateArcs(model: Model): Arc[][] {
  const { riders, jobs } = model;
  if (riders.length === 0) return jobs.map(() => []);
  const soonest = riderIndex(model);
  const budget = model.stepsLeft;
  const arcs = jobs.map((job) => {
    for (const count of widths(job, model)) {
      const found = arcsOf(job, soonest(job, count), model);
      if (found.length > 0 || count >= riders.length) return found;
    }
    return [];
  });
  model.stepsLeft = budget; // looking is bounded by the number of candidates; the budget is for the search
  return arcs;
}

function widths(job: Job, { settings, snapshot, riders }: Model): number[] {
  if (job.delivery.pinnedCourierId !== null) return [riders.length];
  const waitedS = (snapshot.nowMs - job.delivery.waitingSinceMs) / 1_000;
  const late = waitedS > settings.waitingAfterSeconds && job.readyS <= 0;
  return late
    ? [settings.candidatesWaiting, riders.length]
    : [settings.candidates, settings.candidatesWaiting, riders.length];
}

/** A bound that needs no ride to be measured: half of those asked in vain late in a day go home before the food is ready. */
export const leavesTooSoon = ({ freeS, offS }: Rider, { readyRiskS }: Job, { handling }: Model): boolean =>
  Math.max(readyRiskS, freeS + handling.beforePickupSeconds) > offS;

function arcsOf(job: Job, riders: readonly number[], model: Model): Arc[] {
  const alone = [bestTrip([job], model)!];
  const arcs: Arc[] = [];
  for (const rider of riders) {
    if (leavesTooSoon(model.riders[rider]!, job, model)) continue;
    const costS = routeCost(model.riders[rider]!, alone, model);
    if (costS < Number.POSITIVE_INFINITY) arcs.push({ rider, costS });
  }
  return arcs.sort((a, b) => a.costS - b.costS || a.rider - b.rider);
}
