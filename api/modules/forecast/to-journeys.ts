import { HANDLING } from "#api/domain/dispatch/handling";
import type { Journey, RiddenLeg, Ride } from "#api/domain/forecast/journey";
import type { Point } from "#shared/kernel/geo";
import type { JourneyParts, JourneyRow } from "./journeys.queries";

type Stop = JourneyParts["stops"][number];

const MINUTE_MS = 60_000;
const msOf = (at: Date | null | undefined): number | null => at?.getTime() ?? null;
const pointOf = ({ lat, lng }: { lat: number; lng: number }): Point => ({ lat, lng });

/** Rows as journeys, in their order. `loadOf`: open orders per courier on duty when it was placed. */
export function toJourneys(
  rows: readonly JourneyRow[],
  { stops, taken, marked }: JourneyParts,
  loadOf: (placedMs: number) => number | null,
): Journey[] {
  const stopsOf = Map.groupBy(stops, ({ tripId }) => tripId);
  const takenOf = new Map(taken.map((offer) => [offer.tripId, offer]));
  const markedOf = new Map(marked.map((event) => [event.orderId, event]));
  return rows.map(({ order, delivery, branch, vehicle }): Journey => {
    const trip = stopsOf.get(delivery.tripId ?? "") ?? [];
    const offer = takenOf.get(delivery.tripId ?? "");
    const readyMs = msOf(markedOf.get(order.id)?.at);
    const own = (kind: Stop["kind"]) => trip.find((stop) => stop.deliveryId === delivery.id && stop.kind === kind);
    const ride: Ride | null =
      vehicle && offer?.decidedAt
        ? { vehicle, assignedMs: offer.decidedAt.getTime(), counterMetres: offer.pickupMetres }
        : null;
    const doors = doorsUntil(trip, own("dropoff"), { lat: delivery.dropoffLat, lng: delivery.dropoffLng });
    return {
      setting: {
        branchId: branch.id,
        counter: pointOf(branch),
        usualPreparationSeconds: branch.preparationMinutes * 60,
        timezone: branch.timezone,
        handling: HANDLING,
      },
      placedMs: order.placedAt.getTime(),
      load: loadOf(order.placedAt.getTime()),
      confirmedMs: msOf(order.confirmedAt),
      cookingFromMs: readyMs === null ? cookingFrom(order, branch) : null,
      saidReadyMs: msOf(order.saidReadyAt),
      readyMs,
      ride,
      atCounterMs: msOf(own("pickup")?.arrivedAt),
      fetchedMs: msOf(own("pickup")?.doneAt),
      ...doors,
      atDoorMs: msOf(own("dropoff")?.arrivedAt),
      deliveredMs: delivery.status === "delivered" ? msOf(delivery.closedAt) : null,
      legs: legsTo(trip, own("dropoff")),
    };
  });
}

/** The kitchen's word, or the customer's wish: so much before it is to be ready, cooking begins. */
const cookingFrom = (order: JourneyRow["order"], branch: JourneyRow["branch"]): number | null =>
  order.readyAt ? order.readyAt.getTime() - branch.preparationMinutes * MINUTE_MS : null;

/** The doors of the trip up to this one, in the order they are, or were, served. */
function doorsUntil(trip: readonly Stop[], own: Stop | undefined, door: Point): Pick<Journey, "doors" | "doorsDone"> {
  const before = trip.filter(
    ({ kind, status, position }) =>
      kind === "dropoff" && own !== undefined && position < own.position && status !== "dropped",
  );
  return {
    doors: [...before.map(pointOf), door],
    doorsDone: before.filter(({ status }) => status === "done" || status === "failed").length,
  };
}

/** The last ride to this door, when both of its ends were noted; learnt once, with the order that it leads to. */
function legsTo(trip: readonly Stop[], own: Stop | undefined): RiddenLeg[] {
  if (!own?.arrivedAt) return [];
  const last = trip.filter(({ doneAt, position }) => doneAt !== null && position < own.position).at(-1);
  if (!last?.doneAt || last.doneAt > own.arrivedAt) return [];
  return [{ from: pointOf(last), to: pointOf(own), leftMs: last.doneAt.getTime(), reachedMs: own.arrivedAt.getTime() }];
}
