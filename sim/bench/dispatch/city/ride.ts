import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import { travelSeconds, type Vehicle } from "#shared/kernel/vehicle";

/** Straight line times circuity at the vehicle's speed. */
export const rideSeconds = (from: Point, to: Point, vehicle: Vehicle): Seconds =>
  travelSeconds(distanceMetres(from, to), vehicle);
