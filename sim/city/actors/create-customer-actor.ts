import type { Luck } from "#sim/city/mind/luck";
import {
  type Appetite,
  type CustomerEyes,
  decideCustomer,
  hasOpenOrder,
  isSatisfied,
} from "#sim/city/people/decide-customer";
import { type Actor, type ActorDeps, createActor } from "./create-actor";

export type CustomerActor = Actor & {
  /** Begins to order at the branch of this name, as any language writes it; `false` when an order is under way. */
  order(branchNames: readonly string[]): boolean;
  isIdle(): boolean;
};

export type CustomerOptions = ActorDeps & { luck: Luck; home: CustomerEyes["home"] };

/** An order that is not placed by then is given up: the next one begins afresh. */
const GIVE_UP_MS = 300_000;

/** A customer: orders when told to be hungry, reads out the PIN, pays, rates. */
export function createCustomerActor({ luck, home, ...deps }: CustomerOptions): CustomerActor {
  const { chat, clock } = deps;
  let appetite: Appetite | null = null;
  const nowS = () => clock.now().getTime() / 1_000;
  const actor = createActor(deps, (sight) => {
    if (appetite && (isSatisfied(sight, appetite) || nowS() - appetite.sinceS > GIVE_UP_MS / 1_000)) appetite = null;
    return decideCustomer({ sight, luck, home, appetite, nowS: nowS() });
  });
  const isIdle = () => appetite === null && !hasOpenOrder(chat.messages);
  return {
    ...actor,
    isIdle,
    order: (branchNames) => {
      if (!isIdle()) return false;
      const sinceS = Math.floor(nowS());
      appetite = { key: `${chat.phone.id}:${sinceS}`, sinceS, branchNames };
      actor.wake();
      return true;
    },
  };
}
