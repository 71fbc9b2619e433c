import type { Job } from "./job";
import type { Model } from "./model";
import { type Trip, tripOf } from "./trip";

/** Up to this many doors every order is tried; beyond it each further door goes where it costs least. */
const EXACT_DOORS = 3;

/** The best trip that carries exactly these jobs, or `null` when they must not share one. Cached for the round. */
export function bestTrip(jobs: readonly Job[], model: Model): Trip | null {
  const key = setKey(jobs);
  const known = model.trips.get(key);
  if (known !== undefined) return known;
  const trip = mayShare(jobs, model) ? cheapestOrder(jobs, model) : null;
  model.trips.set(key, trip);
  return trip;
}

const setKey = (jobs: readonly Job[]): string => {
  if (jobs.length === 1) return String(jobs[0]!.index);
  return jobs
    .map((job) => job.index)
    .sort((a, b) => a - b)
    .join(" ");
};

function mayShare(jobs: readonly Job[], { settings }: Model): boolean {
  if (jobs.length === 1) return true;
  const sameBranch = jobs.every((job) => job.branch === jobs[0]!.branch);
  if (jobs.length > (sameBranch ? settings.maxBundle : EXACT_DOORS)) return false;
  const ready = jobs.map((job) => Math.max(0, job.readyS));
  if (Math.max(...ready) - Math.min(...ready) > settings.bundleReadyGapSeconds) return false;
  return jobs.every((job) => jobs.every((other) => job === other || mayPair(job, other)));
}

function mayPair(a: Job, b: Job): boolean {
  const apart = a.delivery.keepApartFrom;
  if (apart === "all" || apart.includes(b.delivery.id)) return false;
  return a.branch === b.branch || a.branch.neighbourBranchIds.includes(b.branch.id);
}

function cheapestOrder(jobs: readonly Job[], model: Model): Trip {
  if (jobs.length === 1) return tripOf(jobs, jobs);
  let best: Trip | null = null;
  let bestS = Number.POSITIVE_INFINITY;
  for (const pickups of counterOrders(jobs)) {
    for (const dropoffs of jobs.length <= EXACT_DOORS ? permutations(jobs) : insertionOrders(jobs, model)) {
      const trip = tripOf(pickups, dropoffs);
      const costS = doorSeconds(trip, model);
      if (costS < bestS) [best, bestS] = [trip, costS];
    }
  }
  return best ?? tripOf(jobs, jobs);
}

/** One counter needs no order; several are tried in every order. */
const counterOrders = (jobs: readonly Job[]): readonly (readonly Job[])[] =>
  jobs.every((job) => job.branch === jobs[0]!.branch) ? [jobs] : permutations(jobs);

function permutations(jobs: readonly Job[]): Job[][] {
  if (jobs.length <= 1) return [[...jobs]];
  return jobs.flatMap((first) => permutations(jobs.filter((job) => job !== first)).map((rest) => [first, ...rest]));
}

/** The doors in the order of readiness, each put where the ride gets longest the least. */
function insertionOrders(jobs: readonly Job[], model: Model): Job[][] {
  const byReady = [...jobs].sort((a, b) => a.readyS - b.readyS || a.index - b.index);
  let order: Job[] = [];
  for (const job of byReady) {
    const places = order.map((_, at) => [...order.slice(0, at), job, ...order.slice(at)]);
    places.push([...order, job]);
    order = places.reduce((a, b) => (doorSeconds(tripOf(b, b), model) < doorSeconds(tripOf(a, a), model) ? b : a));
  }
  return [order];
}

/** Sum of the seconds at which the doors are reached, counted from the first counter, by motorcycle. */
function doorSeconds(trip: Trip, { snapshot, handling, riderPrice }: Model): number {
  let atS = 0;
  let sum = 0;
  for (let i = 0; i < trip.stops.length; i++) {
    const stop = trip.stops[i]!;
    if (i > 0)
      atS += snapshot.forecast.travelSeconds(trip.stops[i - 1]!.point, stop.point, "motorcycle", snapshot.nowMs);
    if (stop.kind === "pickup") atS = Math.max(atS, stop.readyS) + handling.afterPickupSeconds;
    else {
      sum += atS + handling.beforeDropoffSeconds;
      atS += handling.beforeDropoffSeconds + handling.afterDropoffSeconds;
    }
  }
  return sum + riderPrice * atS;
}
