import type { Point } from "#shared/kernel/geo";
import { seededRandom } from "#shared/kernel/random";
import { type CityCourier, type CityDay, type CityOrder, DayProblem } from "#sim/bench/dispatch/city/read-day";
import { mean } from "#sim/bench/dispatch/statistics";
import type { ReplayOptions } from "./options";

/** Every place where food was fetched is a branch. */
export type SceneBranch = { key: string; point: Point; preparationMinutes: number };

/** What of a recorded day is played: its orders, whoever works meanwhile, and the branches that these orders need. */
export type Scene = {
  orders: CityOrder[];
  couriers: CityCourier[];
  branches: SceneBranch[];
  customers: number;
};

export const branchKey = ({ lat, lng }: Point): string => `${lat},${lng}`;

/** @throws DayProblem when there is nothing to play */
export function chooseScene(day: CityDay, { fromS, toS, fleet, seed }: ReplayOptions): Scene {
  const orders = day.orders.filter(({ placedS }) => placedS >= fromS && placedS < toS);
  if (orders.length === 0) throw new DayProblem("nobody ordered anything in that time");
  const random = seededRandom(seed);
  const here = day.couriers.filter(() => random() < fleet);
  const couriers = here.filter(({ onS, offS }) => offS > fromS && onS < toS);
  if (couriers.length === 0) throw new DayProblem("no courier worked in that time");
  const byBranch = Map.groupBy(orders, ({ pickup }) => branchKey(pickup));
  const branches = [...byBranch].map(([key, theirs]) => ({ key, point: theirs[0]!.pickup, ...habits(theirs) }));
  return { orders, couriers, branches, customers: mostAtOnce(orders) };
}

/** What a branch says of itself in its settings: how long it takes as a rule. */
const habits = (orders: readonly CityOrder[]) => ({
  preparationMinutes: Math.round(mean(orders.map(({ placedS, readyS }) => (readyS - placedS) / 60))),
});

/** Whoever ordered is busy with it for less than this. */
const BUSY_S = 2 * 3_600;

/** Most orders that are placed within the time that one may take: so many customers are enough. */
function mostAtOnce(orders: readonly CityOrder[]): number {
  let most = 0;
  let first = 0;
  for (const [index, { placedS }] of orders.entries()) {
    while (orders[first]!.placedS < placedS - BUSY_S) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
