import { z } from "zod";

/** `planned`: offered, without a courier yet. A trip is over when its last stop is. */
export const TripStatus = z.enum(["planned", "active", "done", "cancelled"]);
export type TripStatus = z.infer<typeof TripStatus>;

export const StopKind = z.enum(["pickup", "dropoff"]);
export type StopKind = z.infer<typeof StopKind>;

/** `dropped`: taken out of the trip, because its delivery was cancelled, released or reassigned. */
export const StopStatus = z.enum(["pending", "arrived", "done", "failed", "dropped"]);
export type StopStatus = z.infer<typeof StopStatus>;
