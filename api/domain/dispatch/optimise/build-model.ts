import type { CleanSnapshot } from "../clean-snapshot";
import type { CourierView } from "../courier-view";
import type { DeliveryView } from "../delivery-view";
import { jobOf } from "./job";
import type { Model } from "./model";
import { aheadOf, payShareOf } from "./pay-share";
import { remotenessOf } from "./remoteness";
import { type Rider, riderOf } from "./rider";
import { riderPrice } from "./rider-price";
import type { EngineSettings } from "./settings";

/** Turns a snapshot into one round's problem. `deliveries` and `couriers` are those the engine may decide about. */
export function buildModel(
  snapshot: CleanSnapshot,
  deliveries: readonly DeliveryView[],
  couriers: readonly CourierView[],
  settings: EngineSettings,
): Model {
  const { nowMs, handling, forecast, branchById } = snapshot;
  const jobs = deliveries.map((delivery, i) => jobOf(delivery, i, branchById.get(delivery.branchId)!, nowMs));
  const payShare = payShareOf(snapshot);
  const ahead = aheadOf(snapshot);
  const riders: Rider[] = [];
  for (const courier of couriers) {
    const rider = riderOf(courier, riders.length, nowMs, payShare(courier), ahead(courier));
    // Whoever comes later would only crowd those out of the candidates who can go.
    if (rider && rider.freeS * 1_000 <= settings.horizonMs) riders.push(rider);
  }
  const idealDoorS = Float64Array.from(jobs, ({ delivery, readyS }) => {
    const rideS = forecast.travelSeconds(delivery.pickup, delivery.dropoff, "motorcycle", nowMs);
    return readyS + handling.afterPickupSeconds + rideS + handling.beforeDropoffSeconds;
  });
  const price = riderPrice(jobs, riders, idealDoorS, snapshot.branches, settings);
  const remotenessS = remotenessOf(snapshot, settings.nearShare);
  return {
    snapshot,
    settings,
    handling,
    jobs,
    riders,
    idealDoorS,
    unservedS: Float64Array.from(jobs, ({ index, promisedS, latestDoorS }) => {
      // What is lost already is lost either way: it must not make an old order not worth serving.
      const lostS = Math.max(0, -idealDoorS[index]!) + settings.lateWeight * Math.max(0, -promisedS);
      return (latestDoorS === Number.POSITIVE_INFINITY ? settings.unservedSeconds : settings.droppedSeconds) + lostS;
    }),
    riderPrice: price,
    leadDeviations: leadDeviations(price, settings),
    riderRemotenessS: onceEach(riders, (rider) => remotenessS(rider.point)),
    doorRemotenessS: onceEach(jobs, (job) => remotenessS(job.delivery.dropoff)),
    trips: new Map(),
    stepsLeft: snapshot.budgetSteps,
  };
}

/** Logistic stand-in for the normal distribution: its steepness makes the two agree within a hundredth. */
const LOGISTIC_STEEPNESS = 1.702;

/**
 * A second too early costs a second of the courier's time, a second too late one at the door: the best moment is the
 * quantile price / (1 + price) of the ready time (the newsvendor's rule), here in standard deviations.
 */
const leadDeviations = (price: number, { leastWaitPrice }: EngineSettings): number =>
  Math.log(Math.max(leastWaitPrice, price)) / LOGISTIC_STEEPNESS;

/** Measures each row when it is first asked for, and never again. */
function onceEach<T extends { index: number }>(rows: readonly T[], measure: (row: T) => number): (row: T) => number {
  const known = new Float64Array(rows.length).fill(Number.NaN);
  return (row) => {
    const seconds = known[row.index]!;
    if (!Number.isNaN(seconds)) return seconds;
    const measured = measure(row);
    known[row.index] = measured;
    return measured;
  };
}
