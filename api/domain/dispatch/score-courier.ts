import type { Metres } from "#shared/kernel/units";
import type { CourierView } from "./courier-view";
import { activeOrders } from "./courier-view";

/** Points out of 100: what a customer feels first (how soon somebody comes) weighs most. */
export const SCORE_WEIGHTS = { distance: 40, rating: 25, acceptance: 20, load: 15 } as const;

/** The parts of a score, in points; `points` is their sum. */
export type Score = { points: number; distance: number; rating: number; acceptance: number; load: number };

/**
 * How well a courier suits a pick-up, in points of 100; higher is better. Deterministic. Ties are the caller's.
 *
 * @param radiusMetres the distance that earns no point for being near
 * @throws RangeError if `radiusMetres` is not positive: a configuration bug, not a business "no"
 */
export function scoreCourier(courier: CourierView, metresToPickup: Metres, radiusMetres: Metres): Score {
  if (!(radiusMetres > 0)) throw new RangeError(`radiusMetres must be positive, got ${radiusMetres}`);
  const freeShare = 1 - activeOrders(courier) / Math.max(1, courier.capacityOrders);
  const score = {
    distance: SCORE_WEIGHTS.distance * Math.max(0, 1 - metresToPickup / radiusMetres),
    rating: (SCORE_WEIGHTS.rating * courier.rating) / 5,
    acceptance: SCORE_WEIGHTS.acceptance * courier.acceptanceRate,
    load: SCORE_WEIGHTS.load * Math.max(0, freeShare),
  };
  return { points: score.distance + score.rating + score.acceptance + score.load, ...score };
}
