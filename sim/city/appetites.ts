import { words } from "#drizzle/seed/menu-rows";
import type { Clock } from "#shared/kernel/clock";
import type { Random } from "#shared/kernel/random";
import type { CustomerActor } from "./actors/create-customer-actor";
import { CITY_CUSTOMERS } from "./cast";
import { oneOf } from "./mind/luck";

type Options = { clock: Clock; random: Random; ordersPerHour: number; customers: readonly CustomerActor[] };

/**
 * When the next customer gets hungry: at random, so many times an hour. Everybody has one order at a time, so that a
 * city that cannot keep up orders less.
 */
export function createAppetites({ clock, random, ordersPerHour, customers }: Options): { step(): void } {
  const meanMs = 3_600_000 / ordersPerHour;
  let nextMs = clock.now().getTime();
  return {
    step: () => {
      const nowMs = clock.now().getTime();
      if (nowMs < nextMs) return;
      // Gaps between independent events are exponential; 1 - random is never 0.
      nextMs = nowMs - Math.log(1 - random()) * meanMs;
      const idle = customers.filter((customer) => customer.isIdle());
      const who = oneOf(idle, random());
      if (who) who.order(namesOf(customers.indexOf(who)));
    },
  };
}

const namesOf = (index: number): string[] => Object.values(words(CITY_CUSTOMERS[index]!.branch.name));
