import type { Seconds } from "#shared/kernel/units";
import { bestTrip } from "./best-trip";
import { leavesTooSoon } from "./candidates";
import type { Job } from "./job";
import { without } from "./local-search";
import type { Model } from "./model";
import { type Plan, setTrips } from "./plan";
import { type Route, routeCost } from "./route";

/** Food that has stood for this long goes out with whoever is free, a round before ten minutes are over. */
const STARVING_AFTER_S = 540;

/**
 * Cheapest for all can mean that one order waits for ever: nobody near, and others always better. Whoever starves gets
 * the courier for whom it costs least of those for whom nothing is planned. Nobody is taken from another order: to
 * serve by age in a backlog makes everybody late.
 */
export function serveStarving(plan: Plan, model: Model): void {
  const idle = model.riders.filter((rider) => staysIdle(plan.routes[rider.index]!)).map((rider) => rider.index);
  if (idle.length === 0) return;
  const busy = new Set<number>();
  for (const job of model.jobs) {
    if (job.readyS > -STARVING_AFTER_S) continue;
    const rider = leavesNowWith(plan, job, model) ?? giveToIdle(plan, job, idle, busy, model);
    if (rider !== null) busy.add(rider);
  }
}

/** Free, and nothing is planned for him. */
const staysIdle = ({ rider, trips }: Route): boolean => rider.freeS <= 0 && trips.length === 0;

/** Who rides off for it in this round already. */
function leavesNowWith(plan: Plan, job: Job, model: Model): number | null {
  const rider = plan.riderOf[job.index]!;
  if (rider < 0 || model.riders[rider]!.freeS > 0) return null;
  return plan.routes[rider]!.trips[0]!.jobs.includes(job) ? rider : null;
}

function giveToIdle(plan: Plan, job: Job, idle: readonly number[], busy: ReadonlySet<number>, model: Model) {
  const alone = [bestTrip([job], model)!];
  let best: { rider: number; costS: Seconds } | null = null;
  for (const rider of idle) {
    if (busy.has(rider) || leavesTooSoon(model.riders[rider]!, job, model)) continue;
    const costS = routeCost(model.riders[rider]!, alone, model);
    if (costS < (best?.costS ?? Number.POSITIVE_INFINITY)) best = { rider, costS };
  }
  if (best === null) return null;
  takeOut(plan, job, model);
  setTrips(plan, best.rider, alone, best.costS);
  return best.rider;
}

/** Out of the plan he is in; the others of a trip that falls apart are planned anew next round. */
function takeOut(plan: Plan, job: Job, model: Model): void {
  const home = plan.riderOf[job.index]!;
  if (home < 0) return;
  const { rider, trips } = plan.routes[home]!;
  const rest = without(trips, job, model) ?? trips.filter((trip) => !trip.jobs.includes(job));
  setTrips(plan, home, rest, routeCost(rider, rest, model));
}
