import type { Handling } from "#api/domain/dispatch/dispatch-policy";
import { wallClockMs } from "#api/domain/hours/wall-clock";
import type { Point } from "#shared/kernel/geo";
import type { Metres, Milliseconds, Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";

/** Where and how it is done; the same for all orders of a branch. */
export type Setting = {
  branchId: string;
  counter: Point;
  /** What the branch says it needs. */
  usualPreparationSeconds: Seconds;
  /** IANA; hours are learnt by the wall. */
  timezone: string;
  handling: Handling;
};

/** Who brings it. `vehicle` of a courier who is not known yet is a guess. */
export type Ride = { vehicle: Vehicle; assignedMs: Milliseconds; counterMetres: Metres };

/** A ride between two doors, with the moments of leaving one and reaching the other. */
export type RiddenLeg = { from: Point; to: Point; leftMs: Milliseconds; reachedMs: Milliseconds };

/**
 * An order on its way, as far as it has come: what an ETA is made of. Moments are null until they have happened; a
 * `readyMs` of null on a finished journey means that nobody marked it.
 */
export type Journey = {
  setting: Setting;
  placedMs: Milliseconds;
  /** Open orders per courier on duty when it was placed; null while nobody counted. */
  load: number | null;
  /** When the kitchen took it. */
  confirmedMs: Milliseconds | null;
  /** When cooking is to begin by what was said: ordered for later, or "in an hour". Null: as soon as it is taken. */
  cookingFromMs: Milliseconds | null;
  /** When the kitchen said that it would be ready, when it said something. */
  saidReadyMs: Milliseconds | null;
  readyMs: Milliseconds | null;
  ride: Ride | null;
  atCounterMs: Milliseconds | null;
  fetchedMs: Milliseconds | null;
  /** The doors from the counter to this customer, theirs last; several when the bag holds other orders, too. */
  doors: readonly Point[];
  /** How many of `doors` have been served. */
  doorsDone: number;
  atDoorMs: Milliseconds | null;
  deliveredMs: Milliseconds | null;
  /** Rides of this trip that are over, as far as both ends were noted. */
  legs: readonly RiddenLeg[];
};

/** The hour that the wall shows, 0 … 23. */
export const hourAt = (ms: Milliseconds, timezone: string): number =>
  Math.floor(wallClockMs(new Date(ms), timezone) / 3_600_000) % 24;
