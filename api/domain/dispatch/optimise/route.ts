import type { Seconds } from "#shared/kernel/units";
import { exceedsCashLimit } from "../may-carry";
import { driveTrip } from "./drive-trip";
import type { Model } from "./model";
import type { Rider } from "./rider";
import type { Trip } from "./trip";

/** What a courier is planned to drive, one trip after another. Only the first may be committed. */
export type Route = { rider: Rider; trips: readonly Trip[]; costS: Seconds };

/** Weighted seconds of a courier's whole plan; infinite when he cannot drive it, 0 when there is none. */
export function routeCost(rider: Rider, trips: readonly Trip[], model: Model): Seconds {
  if (trips.length === 0) return 0;
  if (trips.length > model.settings.tripsAhead || !mayDrive(rider, trips)) return Number.POSITIVE_INFINITY;
  let point = rider.point;
  let atS = rider.freeS;
  let costS = 0;
  for (const trip of trips) {
    model.stepsLeft -= 1;
    const drive = driveTrip(trip, rider, point, atS, model);
    if (drive.costS === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    costS += drive.costS;
    atS = drive.endS;
    point = trip.last;
  }
  // Where he ends matters for as long as he works on from there.
  const after = Math.min(1, Math.max(0, (rider.offS - atS) / model.settings.positionFadeSeconds));
  const lastDoor = trips.at(-1)!.jobs.at(-1)!;
  const astrayS = after * model.doorRemotenessS(lastDoor) - model.riderRemotenessS(rider);
  return costS + model.settings.positionWeight * astrayS;
}

/** The rules that no time can heal: size, cash, somebody's "no"; and who is silent is not counted on. */
function mayDrive(rider: Rider, trips: readonly Trip[]): boolean {
  let cashMinor = 0;
  if (rider.courier.position === null) return false;
  for (const trip of trips) {
    cashMinor += trip.cashMinor;
    if (trip.jobs.length > rider.courier.capacityOrders) return false;
    for (const { bannedIds, delivery, branch } of trip.jobs) {
      if (!(rider.courier.positionAgeSeconds <= branch.freshSeconds)) return false;
      if (bannedIds.has(rider.courier.id)) return false;
      if (delivery.pinnedCourierId !== null && delivery.pinnedCourierId !== rider.courier.id) return false;
    }
  }
  return !exceedsCashLimit(rider.courier, cashMinor);
}
