import type { StopKind } from "#shared/delivery/trip";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Metres } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";
import type { DeliveryView } from "./delivery-view";
import type { OfferedStop, Snapshot } from "./dispatch-policy";

/** A door still to be visited; `readyMs` is when the food is, and of no meaning at a drop-off. */
export type Stop = { deliveryId: string; kind: StopKind; point: Point; readyMs: number };

/** The stops with the moments the courier leaves each, and how far he rides, as the crow flies. */
export type DrivenTrip = { stops: OfferedStop[]; metres: Metres; endMs: number };

export const pickupStop = (delivery: DeliveryView): Stop => ({
  deliveryId: delivery.id,
  kind: "pickup",
  point: delivery.pickup,
  readyMs: delivery.readyP50Ms,
});

export const dropoffStop = (delivery: DeliveryView): Stop => ({
  deliveryId: delivery.id,
  kind: "dropoff",
  point: delivery.dropoff,
  readyMs: Number.NEGATIVE_INFINITY,
});

/** Drives `stops` in their order from `start`: waits for food, walks to doors. Several bags at one counter are one stop. */
export function driveStops(
  start: { point: Point; atMs: number },
  stops: readonly Stop[],
  vehicle: Vehicle,
  { handling, forecast }: Pick<Snapshot, "handling" | "forecast">,
): DrivenTrip {
  const driven: OfferedStop[] = [];
  let { point, atMs } = start;
  let metres = 0;
  let previous: Stop | null = null;
  for (const stop of stops) {
    if (previous?.kind === "pickup" && stop.kind === "pickup" && samePlace(previous.point, stop.point)) {
      atMs = Math.max(atMs, stop.readyMs + handling.afterPickupSeconds * 1_000);
    } else {
      const arriveMs = atMs + forecast.travelSeconds(point, stop.point, vehicle, atMs) * 1_000;
      metres += distanceMetres(point, stop.point);
      atMs = leaveMs(stop, arriveMs, handling);
    }
    point = stop.point;
    previous = stop;
    driven.push({ deliveryId: stop.deliveryId, kind: stop.kind, point, etaMs: atMs });
  }
  return { stops: driven, metres, endMs: atMs };
}

function leaveMs(stop: Stop, arriveMs: number, handling: Snapshot["handling"]): number {
  if (stop.kind === "dropoff") return arriveMs + (handling.beforeDropoffSeconds + handling.afterDropoffSeconds) * 1_000;
  const bagMs = Math.max(stop.readyMs, arriveMs + handling.beforePickupSeconds * 1_000);
  return bagMs + handling.afterPickupSeconds * 1_000;
}

const samePlace = (a: Point, b: Point): boolean => a.lat === b.lat && a.lng === b.lng;
