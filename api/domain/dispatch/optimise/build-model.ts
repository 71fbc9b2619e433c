import type { CleanSnapshot } from "../clean-snapshot";
import type { CourierView } from "../courier-view";
import type { DeliveryView } from "../delivery-view";
import { type Job, jobOf } from "./job";
import type { Model } from "./model";
import { payShareOf } from "./pay-share";
import { remotenessOf } from "./remoteness";
import { type Rider, riderOf } from "./rider";
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
  const riders: Rider[] = [];
  for (const courier of couriers) {
    const rider = riderOf(courier, riders.length, nowMs, payShare(courier));
    if (rider) riders.push(rider);
  }
  const idealDoorS = Float64Array.from(jobs, ({ delivery, readyS }) => {
    const rideS = forecast.travelSeconds(delivery.pickup, delivery.dropoff, "motorcycle", nowMs);
    return readyS + handling.afterPickupSeconds + rideS + handling.beforeDropoffSeconds;
  });
  return {
    snapshot,
    settings,
    handling,
    jobs,
    riders,
    idealDoorS,
    riderPrice: riderPrice(jobs, riders, idealDoorS, settings),
    remotenessS: remotenessOf(snapshot),
    trips: new Map(),
    stepsLeft: snapshot.budgetSteps,
  };
}

/** How much riding is wanted per courier there is, in the time that the known orders cover; gives a second its price. */
function riderPrice(
  jobs: readonly Job[],
  riders: readonly Rider[],
  idealDoorS: Float64Array,
  s: EngineSettings,
): number {
  const horizonS = s.horizonMs / 1_000;
  const wantedS = jobs.reduce((sum, job) => sum + 2 * (idealDoorS[job.index]! - job.readyS), 0);
  const thereS = riders.reduce((sum, rider) => sum + Math.max(0, Math.min(horizonS, rider.offS) - rider.freeS), 0);
  const load = wantedS / Math.max(1, thereS);
  const share = Math.min(1, Math.max(0, (load - s.loadFrom) / Math.max(1e-9, s.loadTo - s.loadFrom)));
  return s.idleRiderPrice + share * (s.busyRiderPrice - s.idleRiderPrice);
}
