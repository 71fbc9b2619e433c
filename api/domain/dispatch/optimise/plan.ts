import type { Job } from "./job";
import type { Model } from "./model";
import { type Route, routeCost } from "./route";
import type { Trip } from "./trip";

/** Who drives what. Changed only by `setTrips`, so that costs, places and leftovers always agree. */
export type Plan = {
  routes: Route[];
  /** Per job the index of its courier, or −1 while nobody has it. */
  riderOf: Int32Array;
};

export const emptyPlan = (model: Model): Plan => ({
  routes: model.riders.map((rider) => ({ rider, trips: [], costS: 0 })),
  riderOf: new Int32Array(model.jobs.length).fill(-1),
});

export function setTrips(plan: Plan, rider: number, trips: readonly Trip[], costS: number): void {
  const route = plan.routes[rider]!;
  for (const job of jobsOf(route.trips)) if (plan.riderOf[job.index] === rider) plan.riderOf[job.index] = -1;
  route.trips = trips;
  route.costS = costS;
  for (const job of jobsOf(trips)) plan.riderOf[job.index] = rider;
}

export const jobsOf = (trips: readonly Trip[]): Job[] => trips.flatMap((trip) => trip.jobs);

/** Costs of all routes and of every job left out. */
export function planCost(plan: Plan, model: Model): number {
  const driven = plan.routes.reduce((sum, route) => sum + route.costS, 0);
  return plan.riderOf.reduce((sum, rider, job) => sum + (rider < 0 ? model.unservedS[job]! : 0), driven);
}

/** Puts trips on a courier and weighs them. */
export function assign(plan: Plan, rider: number, trips: readonly Trip[], model: Model): void {
  setTrips(plan, rider, trips, routeCost(plan.routes[rider]!.rider, trips, model));
}
