import type { Milliseconds } from "#shared/kernel/units";
import { bestTrip } from "./best-trip";
import { leavesTooSoon } from "./candidates";
import { commitmentOf, mayBeAsked } from "./commitment";
import type { Job } from "./job";
import { without } from "./local-search";
import type { Model } from "./model";
import { type Plan, setTrips } from "./plan";
import type { Rider } from "./rider";
import { type Route, routeCost } from "./route";

/** Ready for this long without a courier in sight: a human being should look, whatever the plan hopes for. */
export const STARVING_MS: Milliseconds = 600_000;

/**
 * Cheapest for all can mean that one order waits for ever: nobody near, and others always better; or the courier it is
 * planned for is about to be free, round after round. Food that has stood for `heldReadySeconds` goes out with the
 * courier for whom it costs least of those for whom nothing else is planned. Nobody is taken from another order: to
 * serve by age in a backlog makes everybody late.
 */
export function serveStarving(plan: Plan, model: Model): void {
  const starving = model.jobs.filter((job) => job.readyS <= -model.settings.heldReadySeconds);
  if (starving.length === 0) return;
  const idle = new Set(model.riders.filter(({ freeS, index }) => freeS <= 0 && plan.routes[index]!.trips.length === 0));
  for (const job of starving) {
    const home = plan.riderOf[job.index]! < 0 ? null : plan.routes[plan.riderOf[job.index]!]!;
    if (home && ridesOff(home, job, model)) continue;
    // His own courier may be waiting for the food of others: then he goes without it.
    const own = home && home.rider.freeS <= 0 && home.trips[0]!.jobs.includes(job) ? [home.rider] : [];
    const best = cheapest(job, [...idle, ...own], plan, model);
    if (best === null) continue;
    takeOut(plan, job, model);
    setTrips(plan, best.rider.index, best.trips, best.costS);
    idle.delete(best.rider);
  }
}

/** Somebody is asked for it in this round already. */
const ridesOff = ({ rider, trips: [first] }: Route, job: Job, model: Model): boolean =>
  first!.jobs.includes(job) && commitmentOf(first!, rider, model).goes;

function cheapest(job: Job, riders: readonly Rider[], plan: Plan, model: Model): Route | null {
  const trips = [bestTrip([job], model)!];
  let best: Route | null = null;
  let leastS = Number.POSITIVE_INFINITY;
  for (const rider of riders) {
    if (leavesTooSoon(rider, job, model)) continue;
    const costS = routeCost(rider, trips, model);
    const addedS = costS - plan.routes[rider.index]!.costS;
    if (costS === Number.POSITIVE_INFINITY || addedS >= leastS || !mayBeAsked(trips[0]!, rider, model)) continue;
    leastS = addedS;
    best = { rider, trips, costS };
  }
  return best;
}

/** Out of the plan it is in; the others of a trip that falls apart are planned anew next round. */
function takeOut(plan: Plan, job: Job, model: Model): void {
  const home = plan.riderOf[job.index]!;
  if (home < 0) return;
  const { rider, trips } = plan.routes[home]!;
  const rest = without(trips, job, model) ?? trips.filter((trip) => !trip.jobs.includes(job));
  setTrips(plan, home, rest, routeCost(rider, rest, model));
}
