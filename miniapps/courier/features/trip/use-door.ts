import type { TripStop, TripView } from "#shared/contracts/trip";
import type { Id } from "#shared/kernel/ids";
import { useTrips } from "./use-trips";

/** The customer's door of a delivery and its trip; `null` once it is gone from the courier's trips. */
export function useDoor(deliveryId: Id): { trip: TripView; stop: TripStop } | null {
  const { trips } = useTrips();
  for (const trip of trips) {
    const stop = trip.stops.find((each) => each.deliveryId === deliveryId && each.kind === "dropoff");
    if (stop) return { trip, stop };
  }
  return null;
}
