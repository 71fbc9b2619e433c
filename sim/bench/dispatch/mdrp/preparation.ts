import type { Instance, Order } from "./instance";

/** When an order is expected at the counter, as seen at a minute: in one case of two and in four of five. */
export type Preparation = (order: Order, minute: number) => { p50: number; p80: number };

/** The kitchen says when. */
export const knownPreparation: Preparation = ({ readyAt }) => ({ p50: readyAt, p80: readyAt });

/** Spread of preparation around the restaurant's mean in this set, in minutes. */
const SPREAD = 8.2;

/**
 * Only the restaurant's mean is known, until the order is ready or overdue. What is overdue is expected later the longer
 * it takes: the median and P80 of a normal spread, cut off at what has already passed.
 */
export function meanPreparation(instance: Instance): Preparation {
  const sums = new Map<string, { minutes: number; orders: number }>();
  for (const { restaurant, placedAt, readyAt } of instance.orders) {
    const sum = sums.get(restaurant) ?? { minutes: 0, orders: 0 };
    sums.set(restaurant, { minutes: sum.minutes + readyAt - placedAt, orders: sum.orders + 1 });
  }
  return ({ restaurant, placedAt, readyAt }, minute) => {
    if (readyAt <= minute) return { p50: readyAt, p80: readyAt };
    const { minutes, orders } = sums.get(restaurant)!;
    const expected = placedAt + minutes / orders;
    const passed = normalShareBelow((minute - expected) / SPREAD);
    const at = (share: number) =>
      Math.max(minute + 1, expected + SPREAD * normalQuantile(passed + share * (1 - passed)));
    return { p50: Math.round(at(0.5)), p80: Math.round(at(0.8)) };
  };
}

/** Logistic stand-in for the normal distribution: within a hundredth of it, and it can be inverted. */
const STEEPNESS = 1.702;
const normalShareBelow = (z: number): number => 1 / (1 + Math.exp(-STEEPNESS * z));
const normalQuantile = (share: number): number =>
  Math.log(Math.min(0.9999, share) / (1 - Math.min(0.9999, share))) / STEEPNESS;
