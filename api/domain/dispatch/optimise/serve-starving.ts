import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { bestTrip } from "./best-trip";
import { leavesTooSoon } from "./candidates";
import { commitmentOf, mayBeAsked } from "./commitment";
import type { Job } from "./job";
import { without } from "./local-search";
import type { Model } from "./model";
import { type Plan, setTrips } from "./plan";
import { type Route, routeCost } from "./route";
import type { Trip } from "./trip";

/** Ready for this long without a courier in sight: a human being should look, whatever the plan hopes for. */
export const STARVING_MS: Milliseconds = 600_000;

/**
 * Cheapest for all can mean that one order waits for ever: nobody near, and others always better; or the courier it is
 * planned for is about to be free, round after round. Food that has stood for `heldReadySeconds` goes out with the
 * courier for whom it costs least of those who would stand idle until the next round. Nobody who rides off now is taken
 * from another order: to serve by age in a backlog makes everybody late.
 */
export function serveStarving(plan: Plan, model: Model): void {
  const starving = model.jobs.filter((job) => job.readyS <= -model.settings.heldReadySeconds);
  if (starving.length === 0) return;
  const idle = new Set<number>();
  for (const { rider, trips } of plan.routes) {
    if (rider.freeS <= 0 && !goesNow(trips, rider.index, model)) idle.add(rider.index);
  }
  for (const job of starving) {
    if (idle.size === 0) return;
    const home = plan.riderOf[job.index]!;
    if (home >= 0 && ridesOff(plan.routes[home]!, job, model)) continue;
    const best = cheapestIdle(plan, job, idle, model);
    if (best === null) continue;
    takeOut(plan, job, model);
    setTrips(plan, best.rider, best.trips, best.costS);
    idle.delete(best.rider);
  }
}

const goesNow = ([first]: readonly Trip[], rider: number, model: Model): boolean =>
  first !== undefined && commitmentOf(first, model.riders[rider]!, model).goes;

/** Somebody is asked for it in this round already. */
const ridesOff = ({ rider, trips }: Route, job: Job, model: Model): boolean =>
  trips[0]!.jobs.includes(job) && goesNow(trips, rider.index, model);

type Way = { rider: number; trips: readonly Trip[]; costS: Seconds };

function cheapestIdle(plan: Plan, job: Job, idle: ReadonlySet<number>, model: Model): Way | null {
  const alone = bestTrip([job], model)!;
  let best: Way | null = null;
  let leastS = Number.POSITIVE_INFINITY;
  for (const index of idle) {
    const rider = model.riders[index]!;
    if (leavesTooSoon(rider, job, model)) continue;
    // What he was to fetch later is planned anew next round.
    const costS = routeCost(rider, [alone], model);
    const addedS = costS - plan.routes[index]!.costS;
    if (costS === Number.POSITIVE_INFINITY || addedS >= leastS || !mayBeAsked(alone, rider, model)) continue;
    leastS = addedS;
    best = { rider: index, trips: [alone], costS };
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
