import type { Point } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";

/** Rides as a router knows them, by `roadKey`. Plain data. */
export type RoadSeconds = Readonly<Record<string, Seconds>>;

/** About eleven metres: two couriers at one counter stand in the same place. */
export const roadPlace = ({ lat, lng }: Point): string => `${lat.toFixed(4)},${lng.toFixed(4)}`;

/** `from` and `to` are places (`roadPlace`). */
export const roadKey = (from: string, to: string, vehicle: Vehicle): string => `${vehicle}|${from}|${to}`;
