import type { Point } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import { laterOf } from "../../forecast/normal";
import { declineRiskS } from "./decline-risk";
import type { Model } from "./model";
import type { Rider } from "./rider";
import { legsOf, type Trip, type TripStop } from "./trip";

/** What driving a trip comes to. Written over by the next call: read it at once. */
export type Drive = {
  /** Weighted seconds at the doors, the courier's time and pay; infinite when it may not be driven. */
  costS: Seconds;
  /** When the courier is free again. */
  endS: Seconds;
  /** When he must ride off at the latest for the first bag to be fetched as soon as it can be. */
  leaveS: Seconds;
};

const drive: Drive = { costS: 0, endS: 0, leaveS: 0 };

/**
 * Drives a trip from where and when the courier is free and weighs it:
 *
 *   Σ doors (delay + late · past promise + pay + expected loss by a "no") + price · courier's time
 *
 * where delay counts from the moment the food is ready and carried straight to the door.
 */
export function driveTrip(trip: Trip, rider: Rider, from: Point, startS: Seconds, model: Model): Drive {
  const { snapshot, settings, handling } = model;
  const { nowMs, forecast } = snapshot;
  const legs = legsOf(trip, rider.vehicle, snapshot);
  const approachS = forecast.travelSeconds(from, trip.first, rider.vehicle, nowMs + startS * 1_000);
  let atS = startS + approachS;
  let costS = 0;
  let waitedS = 0;
  for (let i = 0; i < trip.stops.length; i++) {
    const stop = trip.stops[i]!;
    atS += legs[i]!;
    if (stop.kind === "pickup") {
      const counterS = atS + handling.beforePickupSeconds;
      // The first counter is reached when it pays to be there, or as soon as he can.
      const thereS = i === 0 ? Math.max(counterS, stop.readyS + model.leadDeviations * stop.readySdS) : counterS;
      if (i === 0) waitedS = thereS - counterS;
      const bagS = expectedBag(thereS, stop);
      // Cautious at the end of a shift: nobody stays for food that is still cooking.
      if (Math.max(bagS, stop.readyRiskS) > rider.offS) return never();
      atS = bagS + handling.afterPickupSeconds;
    } else {
      const doorS = atS + handling.beforeDropoffSeconds;
      if (doorS > stop.job.latestDoorS) return never();
      costS +=
        doorS - model.idealDoorS[stop.job.index]! + settings.lateWeight * Math.max(0, doorS - stop.job.promisedS);
      atS = doorS + handling.afterDropoffSeconds;
    }
  }
  drive.endS = atS;
  drive.leaveS = startS + waitedS;
  // Time after his shift would have been nobody's: the last trip of a day is cheap.
  const boundS = Math.max(0, Math.min(atS, rider.offS + settings.overtimeSeconds) - drive.leaveS);
  const tripS = settings.paySeconds * rider.payShare + settings.fairnessSeconds * rider.aheadOfOthers;
  const orderS = tripS + declineRiskS(trip, rider, model);
  drive.costS = costS + model.riderPrice * boundS + orderS * trip.jobs.length;
  if (!(drive.costS < Number.POSITIVE_INFINITY)) return never();
  return drive;
}

/** When the bag is expected in his hand if he stands at the counter at `thereS`. */
const expectedBag = (thereS: Seconds, { readyS, readySdS }: TripStop): Seconds =>
  readySdS === 0 ? Math.max(readyS, thereS) : laterOf({ mean: readyS, sd: readySdS }, { mean: thereS, sd: 0 }).mean;

function never(): Drive {
  drive.costS = Number.POSITIVE_INFINITY;
  return drive;
}
