import type { TripStop, TripView } from "#shared/contracts/trip";
import type { DeliveryAction } from "#shared/delivery/delivery-status";
import type { StopKind, StopStatus } from "#shared/delivery/trip";
import type { CourierAction } from "../../outbox/courier-action";
import type { Outbox } from "../../outbox/outbox";

/** Where a stop stands once this was done there; `null`: it leaves the stop as it is. */
function statusAfter({ kind }: TripStop, action: CourierAction): StopStatus | null {
  switch (action.do) {
    case "arrive":
      return action.at === kind ? "arrived" : null;
    case "pick_up":
      return kind === "pickup" ? "done" : null;
    case "hand_over_pin":
    case "hand_over_photo":
      return kind === "dropoff" ? "done" : null;
    case "fail":
      return kind === "dropoff" ? "failed" : null;
    case "release":
      return "dropped";
    default:
      return null;
  }
}

/** What a courier may do next, as `DELIVERY_RULES` has it; the spec compares. */
const NEXT: Readonly<Record<StopKind, Partial<Record<StopStatus, readonly DeliveryAction[]>>>> = {
  pickup: {
    pending: ["release", "arrive_pickup", "pick_up"],
    arrived: ["release", "pick_up"],
    done: ["arrive_dropoff", "hand_over", "fail"],
  },
  dropoff: { arrived: ["hand_over", "fail"] },
};

/**
 * The trips as the courier knows them: what the API said, and what he has done since without a network. What was
 * refused changes nothing.
 */
export const projectTrips = (trips: readonly TripView[], outbox: Outbox): TripView[] =>
  outbox
    .filter(({ refusal }) => !refusal)
    .reduce((now, { action }) => now.map((trip) => project(trip, action)), [...trips]);

function project(trip: TripView, action: CourierAction): TripView {
  if (!("deliveryId" in action) || !trip.stops.some(({ deliveryId }) => deliveryId === action.deliveryId)) return trip;
  let actions: readonly DeliveryAction[] | null = null;
  const moved = trip.stops.map((stop) => {
    const status = stop.deliveryId === action.deliveryId && isOpen(stop) ? statusAfter(stop, action) : null;
    if (!status) return stop;
    actions = NEXT[stop.kind][status] ?? [];
    return { ...stop, status };
  });
  const stops = moved.map((stop) =>
    actions && stop.deliveryId === action.deliveryId ? { ...stop, actions: [...actions] } : stop,
  );
  return { ...trip, stops };
}

/** Somebody has still to go there. */
export const isOpen = ({ status }: TripStop): boolean => status === "pending" || status === "arrived";

/** In the order of driving. */
export const openStops = ({ stops }: TripView): TripStop[] =>
  stops.filter(isOpen).sort((a, b) => a.position - b.position);

/** The door to go to now: of the first trip that has one. */
export function nextDoor(trips: readonly TripView[]): { trip: TripView; stop: TripStop } | null {
  for (const trip of trips) {
    const [stop] = openStops(trip);
    if (stop) return { trip, stop };
  }
  return null;
}
