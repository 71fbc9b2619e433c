import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import type { Id } from "#shared/kernel/ids";
import { patienceMs } from "./late-rings";
import type { Outage } from "./outages";
import { type Bubble, type SeenLog, sentAt, standing } from "./seen-log";

/** From when to when the kitchen had something to do with an order, in machine time; `null`: it has still. */
export type OrderLife = { id: string; placedAtMs: number; endedAtMs: number | null };

const { confirm, reject, prepare, ready, collect, callOff } = buttons;

/** Taps of a kitchen's card that an order which is over has no more. */
export const KITCHEN_TAPS = [confirm, reject, prepare, ready, collect, callOff].map(({ name }) => name);

/** The messages that ever were the kitchen's card of an order: the button to refresh it stands on every state. */
export const kitchenCardsOf = (log: SeenLog, kitchen: number, orderId: string): Bubble[] =>
  log.everWith(kitchen, buttons.order.pack([orderId as Id]));

/**
 * Orders that a kitchen had to be shown and was not. It may be spared one that was over before there was room for it:
 * within the time that a message may take, with all that was dead and all that went before it into the same chat.
 */
export function keptFromKitchen(
  lives: readonly OrderLife[],
  log: SeenLog,
  kitchen: number,
  outages: readonly Outage[],
): OrderLife[] {
  const messagesAtMs = log.of(kitchen).map(sentAt);
  return lives.filter(({ id, placedAtMs, endedAtMs }) => {
    if (kitchenCardsOf(log, kitchen, id).length > 0) return false;
    return endedAtMs === null || endedAtMs - placedAtMs > patienceMs(placedAtMs, endedAtMs, messagesAtMs, outages);
  });
}

/** The kitchen's cards of one order that stand beside its newest. */
export const beside = (log: SeenLog, kitchen: number, orderId: string): Bubble[] =>
  kitchenCardsOf(log, kitchen, orderId)
    .filter((bubble) => standing(bubble))
    .slice(0, -1);
