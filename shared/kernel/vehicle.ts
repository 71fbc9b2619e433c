import { z } from "zod";
import type { Metres, Seconds } from "./units";

export const Vehicle = z.enum(["motorcycle", "car", "bicycle", "walker"]);
export type Vehicle = z.infer<typeof Vehicle>;

/** Door-to-door speed in a city, in km/h, where nothing better has been learnt. */
export const SPEED_KMH: Record<Vehicle, number> = { motorcycle: 22, car: 20, bicycle: 13, walker: 5 };

/** How much longer the street is than the straight line, on average over a city. */
export const CIRCUITY = 1.35;

/** Straight-line metres to seconds on the street. */
export const travelSeconds = (straight: Metres, vehicle: Vehicle): Seconds =>
  (straight * CIRCUITY * 3.6) / SPEED_KMH[vehicle];
