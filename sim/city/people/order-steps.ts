import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import type { Luck } from "#sim/city/mind/luck";
import { oneOf } from "#sim/city/mind/luck";
import { isSoldOut, on, type Seen, type Sight } from "#sim/city/mind/sight";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import type { Appetite } from "./decide-customer";

/** Mains come first in every menu; drinks alone are below the minimum. */
const MAINS = 2;
const BY_CARD = 0.25;

type Step = (message: SeenMessage, wanted: Appetite, luck: Luck) => Seen | undefined;

const first =
  (button: (typeof buttons)[keyof typeof buttons]): Step =>
  (message) =>
    on(message, button)[0];

/** What stands on one screen, the farthest step first: a screen also leads back to earlier ones. */
const STEPS: readonly Step[] = [
  (message, { key }, luck) => {
    const [card] = on(message, buttons.payInvoice);
    const isChosen = card?.label.startsWith("✅") ?? true;
    return !isChosen && luck(`pay:${key}`) < BY_CARD ? card : on(message, buttons.confirm)[0];
  },
  first(buttons.checkout),
  (message, { key }, luck) => {
    const isOnDish = on(message, buttons.more);
    const [add] = on(message, buttons.add);
    // Two of it, for company.
    const isOne = isOnDish[1]?.word === "1";
    return add && isOne && luck(`two:${key}`) < 0.5 ? isOnDish[2] : add;
  },
  first(buttons.cart),
  (message, { key }, luck) => {
    const dishes = on(message, buttons.dish).filter(({ label }) => !isSoldOut(label));
    return oneOf(dishes, luck(`dish:${key}`));
  },
  (message, { key }, luck) => oneOf(on(message, buttons.category).slice(0, MAINS), luck(`category:${key}`)),
  (message, { branchNames }) => {
    const all = on(message, buttons.branch);
    return all.find(({ label }) => branchNames.some((name) => label.startsWith(name))) ?? all[0];
  },
  first(buttons.address),
  first(buttons.order),
];

/** The tap that brings an order further: on the newest screen that has one. */
export function nextTap(since: Sight, wanted: Appetite, luck: Luck): Seen | undefined {
  for (const message of [...since].reverse())
    for (const step of STEPS) {
      const tap = step(message, wanted, luck);
      if (tap) return tap;
    }
  return undefined;
}
