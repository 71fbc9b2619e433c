import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Metres, Minor, Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";
import { laterOf } from "../../forecast/normal";
import type { Snapshot } from "../dispatch-policy";
import type { Job } from "./job";

/** A door of a trip: a counter with all bags fetched there, or a customer. */
export type TripStop = {
  kind: "pickup" | "dropoff";
  point: Point;
  readyS: Seconds;
  readyRiskS: Seconds;
  readySdS: Seconds;
  job: Job;
};

/** Deliveries driven together, in a fixed order of stops. */
export type Trip = {
  key: string;
  jobs: readonly Job[];
  stops: readonly TripStop[];
  first: Point;
  last: Point;
  cashMinor: Minor;
  /** Seconds from each stop to the next, by vehicle; filled when first asked for. */
  legs: Partial<Record<Vehicle, Float64Array>>;
  /** Seconds expected to be lost by a courier's "no", by his index; filled when first asked for. */
  declineRiskS: Map<number, Seconds>;
  /** Straight metres from the first stop to the last. */
  metres: Metres;
};

/** Builds a trip of bags from the branches in the order of `pickups`, handed over in the order of `dropoffs`. */
export function tripOf(pickups: readonly Job[], dropoffs: readonly Job[]): Trip {
  const stops: TripStop[] = [];
  for (const job of pickups) {
    const counter = stops.at(-1);
    const point = job.delivery.pickup;
    if (counter && counter.point.lat === point.lat && counter.point.lng === point.lng) {
      const last = laterOf({ mean: counter.readyS, sd: counter.readySdS }, { mean: job.readyS, sd: job.readySdS });
      counter.readyS = last.mean;
      counter.readySdS = last.sd;
      counter.readyRiskS = Math.max(counter.readyRiskS, job.readyRiskS);
    } else
      stops.push({
        kind: "pickup",
        point,
        readyS: job.readyS,
        readyRiskS: job.readyRiskS,
        readySdS: job.readySdS,
        job,
      });
  }
  for (const job of dropoffs) {
    const door = job.delivery.dropoff;
    stops.push({ kind: "dropoff", point: door, readyS: 0, readyRiskS: 0, readySdS: 0, job });
  }
  return {
    key: dropoffs.map((job) => job.index).join(" "),
    jobs: dropoffs,
    stops,
    first: stops[0]!.point,
    last: stops.at(-1)!.point,
    cashMinor: dropoffs.reduce((sum, job) => sum + job.delivery.cashToCollectMinor, 0),
    legs: {},
    declineRiskS: new Map(),
    metres: metresAlong(stops),
  };
}

function metresAlong(stops: readonly TripStop[]): Metres {
  let metres = 0;
  for (let i = 1; i < stops.length; i++) metres += distanceMetres(stops[i - 1]!.point, stops[i]!.point);
  return metres;
}

/** Seconds of riding from each stop of a trip to the next. */
export function legsOf(trip: Trip, vehicle: Vehicle, { forecast, nowMs }: Snapshot): Float64Array {
  const known = trip.legs[vehicle];
  if (known) return known;
  const legs = new Float64Array(trip.stops.length);
  for (let i = 1; i < legs.length; i++) {
    legs[i] = forecast.travelSeconds(trip.stops[i - 1]!.point, trip.stops[i]!.point, vehicle, nowMs);
  }
  trip.legs[vehicle] = legs;
  return legs;
}
