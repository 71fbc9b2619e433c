import type { Seconds } from "#shared/kernel/units";
import { activeOrders } from "../courier-view";
import { obstacle } from "../may-carry";
import { driveTrip } from "./drive-trip";
import type { Model } from "./model";
import type { Rider } from "./rider";
import type { Trip } from "./trip";

/** What a round does about a courier's first trip. */
export type Commitment = {
  /** He is asked in this round. */
  goes: boolean;
  /** When he must be asked at the latest, to be at the counter in time. */
  askS: Seconds;
  leaveS: Seconds;
};

/**
 * A trip is committed when its courier must be asked before the next round, and may be asked: a plan may hope for one
 * who still has his hands full.
 */
export function commitmentOf(first: Trip, rider: Rider, model: Model): Commitment {
  const { leaveS } = driveTrip(first, rider, rider.point, rider.freeS, model);
  const askS = leaveS - model.settings.answerSeconds;
  return { goes: askS < roundSeconds(model) && mayBeAsked(first, rider, model), askS, leaveS };
}

/** Seconds until the next round. */
export const roundSeconds = ({ snapshot }: Model): Seconds => (snapshot.nextRoundMs - snapshot.nowMs) / 1_000;

/** By the hard rules of a pair, as they are now and not when he will be free. */
export const mayBeAsked = ({ jobs }: Trip, { courier }: Rider, { snapshot }: Model): boolean =>
  activeOrders(courier) + jobs.length <= courier.capacityOrders &&
  jobs.every(({ delivery }) => obstacle(courier, delivery, snapshot) === null);
