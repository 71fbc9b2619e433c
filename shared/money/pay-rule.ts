import { z } from "zod";
import { Price, roundMinor } from "#shared/kernel/money";
import type { Metres, Minor } from "#shared/kernel/units";

/** What a courier earns for a trip. It belongs to the branch and is copied onto the offer, where it stays as it was. */
export const PayRule = z.object({ baseMinor: Price, perKmMinor: Price, perExtraStopMinor: Price });
export type PayRule = z.infer<typeof PayRule>;

/**
 * Pay of one trip: the base, its way on the street, and every door after the first.
 *
 * @throws RangeError for a trip without a door
 */
export function tripPay(rule: PayRule, trip: { distanceMetres: Metres; dropoffs: number }): Minor {
  if (!Number.isInteger(trip.dropoffs) || trip.dropoffs < 1)
    throw new RangeError(`no such trip: ${trip.dropoffs} doors`);
  const way = roundMinor((rule.perKmMinor * trip.distanceMetres) / 1_000);
  return rule.baseMinor + way + rule.perExtraStopMinor * (trip.dropoffs - 1);
}
