import { distanceMetres } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import { tripPay } from "#shared/money/pay-rule";
import type { Model } from "./model";
import type { Rider } from "./rider";
import type { Trip } from "./trip";

/**
 * Seconds that each order of a trip is expected to lose because this courier may say no: (1 − p) × (the offer's life +
 * the round after which somebody else is asked). 0 while nobody knows what he says. Kept with the trip: a search drives
 * the same trip with the same courier hundreds of times.
 */
export function declineRiskS(trip: Trip, rider: Rider, model: Model): Seconds {
  const known = trip.declineRiskS.get(rider.index);
  if (known !== undefined) return known;
  const riskS = (1 - chanceOf(trip, rider, model)) * lostByNoS(trip, model);
  trip.declineRiskS.set(rider.index, riskS);
  return riskS;
}

/** How likely he takes the trip, 0 … 1; 1 when it is unknown, so that nobody is preferred for what is not known. */
function chanceOf(trip: Trip, rider: Rider, { snapshot }: Model): number {
  const pickupMetres = distanceMetres(rider.point, trip.first);
  const way = { distanceMetres: pickupMetres + trip.metres, dropoffs: trip.jobs.length };
  const payMinor = tripPay(trip.jobs[0]!.branch.pay, way);
  const ask = { pickupMetres, payMinor, atMs: snapshot.nowMs };
  const chance = snapshot.forecast.acceptProbability(rider.courier, ask);
  return Number.isFinite(chance) ? Math.min(1, Math.max(0, chance)) : 1;
}

const lostByNoS = (trip: Trip, { snapshot }: Model): Seconds =>
  trip.jobs[0]!.branch.offerSeconds + (snapshot.nextRoundMs - snapshot.nowMs) / 1_000;
