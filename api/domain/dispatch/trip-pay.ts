import { roundMinor } from "#shared/kernel/money";
import type { Metres, Minor } from "#shared/kernel/units";
import type { PayRule } from "./delivery-view";

/**
 * What a trip pays: base, kilometres from the courier's start to the last door, and a sum for every stop beyond the
 * first pick-up and drop-off. Fixed when the trip is offered.
 */
export function tripPay(rule: PayRule, tripMetres: Metres, deliveries: number): Minor {
  const extraStops = Math.max(0, deliveries - 1);
  return roundMinor(rule.baseMinor + (rule.perKmMinor * tripMetres) / 1_000 + rule.perExtraStopMinor * extraStops);
}
