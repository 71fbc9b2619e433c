import { z } from "zod";
import { Price, roundMinor } from "#shared/kernel/money";
import type { Metres, Minor } from "#shared/kernel/units";

/** What a courier earns for a trip. It belongs to the branch and is copied onto the offer, where it stays as it was. */
export const PayRule = z.object({ baseMinor: Price, perKmMinor: Price, perExtraStopMinor: Price });
export type PayRule = z.infer<typeof PayRule>;

/** What is paid is counted out in notes: a sum to the metre could not be. */
const STEP_METRES: Metres = 100;

/**
 * Pay of one trip: the base, every started hundred metres from where the courier starts to the last door, and every door
 * after the first.
 *
 * @throws RangeError for a trip without a door
 */
export function tripPay(rule: PayRule, trip: { distanceMetres: Metres; dropoffs: number }): Minor {
  if (!Number.isInteger(trip.dropoffs) || trip.dropoffs < 1)
    throw new RangeError(`no such trip: ${trip.dropoffs} doors`);
  const steps = Math.ceil(trip.distanceMetres / STEP_METRES);
  const way = roundMinor((rule.perKmMinor * steps * STEP_METRES) / 1_000);
  return rule.baseMinor + way + rule.perExtraStopMinor * (trip.dropoffs - 1);
}
