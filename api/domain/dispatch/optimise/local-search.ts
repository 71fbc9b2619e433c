import { bestTrip } from "./best-trip";
import type { Job } from "./job";
import type { Model } from "./model";
import { type Plan, setTrips } from "./plan";
import { routeCost } from "./route";
import type { Trip } from "./trip";

/** A change counts only if it saves more than rounding noise. */
const EPSILON_S = 1e-6;

/**
 * Improves a plan until no single move helps or the steps are spent: a job moves to another place, courier or bundle
 * (relocate, merge), two couriers exchange trips (swap) or everything from some trip on (tails).
 *
 * @param near per job the couriers worth trying, best first
 */
export function improve(plan: Plan, near: readonly (readonly number[])[], model: Model): void {
  // What leaves soonest comes first: nothing else of the plan is committed, and the steps may not last.
  const bySoonest = [...model.jobs].sort((a, b) => a.readyS - b.readyS || a.index - b.index);
  let improved = true;
  while (improved && model.stepsLeft > 0) {
    improved = false;
    for (const job of bySoonest) {
      if (model.stepsLeft <= 0) return;
      if (relocate(plan, job, near[job.index]!, model)) improved = true;
      if (exchange(plan, job, near[job.index]!, model)) improved = true;
    }
  }
}

/** Takes a job out and puts it where it costs least, if that is cheaper than where it was. */
export function relocate(plan: Plan, job: Job, near: readonly number[], model: Model): boolean {
  const home = plan.riderOf[job.index]!;
  const rest = home < 0 ? [] : without(plan.routes[home]!.trips, job, model);
  if (rest === null) return false;
  const restCostS = home < 0 ? 0 : routeCost(plan.routes[home]!.rider, rest, model);
  const gainS = home < 0 ? model.unservedS[job.index]! : plan.routes[home]!.costS - restCostS;
  let bestS = gainS - EPSILON_S;
  let best: { rider: number; trips: Trip[]; costS: number } | null = null;
  const tried = home >= 0 && !near.includes(home) ? [...near, home] : near;
  for (const rider of tried) {
    const route = plan.routes[rider]!;
    const baseTrips = rider === home ? rest : route.trips;
    const baseCostS = rider === home ? restCostS : route.costS;
    for (const trips of insertions(baseTrips, job, model)) {
      const costS = routeCost(route.rider, trips, model);
      if (costS - baseCostS < bestS) {
        bestS = costS - baseCostS;
        best = { rider, trips, costS };
      }
    }
  }
  if (best === null) return false;
  if (home >= 0) setTrips(plan, home, rest, restCostS);
  setTrips(plan, best.rider, best.trips, best.costS);
  return true;
}

/** The trips with a job taken out, or `null` when the others then may not go together. */
export function without(trips: readonly Trip[], job: Job, model: Model): Trip[] | null {
  const rest: Trip[] = [];
  for (const trip of trips) {
    if (!trip.jobs.includes(job)) rest.push(trip);
    else if (trip.jobs.length > 1) {
      const smaller = bestTrip(
        trip.jobs.filter((other) => other !== job),
        model,
      );
      if (smaller === null) return null;
      rest.push(smaller);
    }
  }
  return rest;
}

/** Every way to add a job: as a trip of its own at each place, and into each trip that it may share. */
export function insertions(trips: readonly Trip[], job: Job, model: Model): Trip[][] {
  const ways: Trip[][] = [];
  const alone = bestTrip([job], model)!;
  for (let at = 0; at <= trips.length; at++) {
    if (trips.length < model.settings.tripsAhead) ways.push([...trips.slice(0, at), alone, ...trips.slice(at)]);
    const host = trips[at];
    const shared = host && mightShare(host, job) ? bestTrip([...host.jobs, job], model) : null;
    if (shared) ways.push([...trips.slice(0, at), shared, ...trips.slice(at + 1)]);
  }
  return ways;
}

const mightShare = (trip: Trip, job: Job): boolean =>
  trip.jobs[0]!.branch === job.branch || job.branch.neighbourBranchIds.length > 0;

/** Lets the job's courier exchange trips with another: one for one, or everything from there on. */
function exchange(plan: Plan, job: Job, near: readonly number[], model: Model): boolean {
  const home = plan.riderOf[job.index]!;
  if (home < 0) return false;
  for (const other of near) {
    if (other === home) continue;
    const mine = plan.routes[home]!;
    const theirs = plan.routes[other]!;
    const at = mine.trips.findIndex((trip) => trip.jobs.includes(job));
    const costNowS = mine.costS + theirs.costS;
    for (const [a, b] of swaps(mine.trips, at, theirs.trips)) {
      const aCostS = routeCost(mine.rider, a, model);
      if (aCostS === Number.POSITIVE_INFINITY) continue;
      const bCostS = routeCost(theirs.rider, b, model);
      if (aCostS + bCostS >= costNowS - EPSILON_S) continue;
      setTrips(plan, home, a, aCostS);
      setTrips(plan, other, b, bCostS);
      return true;
    }
  }
  return false;
}

function* swaps(mine: readonly Trip[], at: number, theirs: readonly Trip[]): Generator<[Trip[], Trip[]]> {
  for (let j = 0; j <= theirs.length; j++) {
    yield [
      [...mine.slice(0, at), ...theirs.slice(j)],
      [...theirs.slice(0, j), ...mine.slice(at)],
    ];
    if (j === theirs.length) return;
    yield [
      [...mine.slice(0, at), theirs[j]!, ...mine.slice(at + 1)],
      [...theirs.slice(0, j), mine[at]!, ...theirs.slice(j + 1)],
    ];
  }
}
