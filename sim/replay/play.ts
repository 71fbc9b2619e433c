import type { Random } from "#shared/kernel/random";
import type { Journal } from "#sim/chaos/journal";
import type { House } from "./house";
import type { PlayTime } from "./play-time";
import type { City } from "./seed-city";

/** What every actor is given. */
export type Play = {
  house: House;
  time: PlayTime;
  city: City;
  journal: Journal;
  random: Random;
  /** What people can see with their own eyes and tell each other, without any system. */
  street: Street;
};

/** Food that lies on a counter, and the number that a customer reads out at the door. */
export type Street = {
  /** Resolves when the kitchen puts the order on the counter. */
  onCounter(orderId: string): Promise<void>;
  putOnCounter(orderId: string): void;
  customerOf: Map<string, number>;
  /** The order has come to its end: whoever ordered it may order again. */
  served(orderId: string): void;
  onServed(hear: (customer: number) => void): void;
};

export function createStreet(): Street {
  const counters = new Map<string, PromiseWithResolvers<void>>();
  const counter = (orderId: string) => {
    const known = counters.get(orderId) ?? Promise.withResolvers<void>();
    counters.set(orderId, known);
    return known;
  };
  const customerOf = new Map<string, number>();
  const hearers: ((customer: number) => void)[] = [];
  return {
    served: (orderId) => {
      const customer = customerOf.get(orderId);
      if (customer !== undefined) for (const hear of hearers) hear(customer);
    },
    onServed: (hear) => void hearers.push(hear),
    onCounter: (orderId) => counter(orderId).promise,
    putOnCounter: (orderId) => counter(orderId).resolve(),
    customerOf,
  };
}

/** Somewhere between the two. */
export const between = (random: Random, least: number, most: number): number => least + random() * (most - least);
