import { z } from "zod";

/** Whether the courier may work here at all: a manager's word. `pending`: came by the invitation, waits for approval. */
export const CourierStatus = z.enum(["pending", "active", "suspended"]);
export type CourierStatus = z.infer<typeof CourierStatus>;

/** Whether dispatch may think of the courier. Being busy is not a state: it follows from their trip. */
export const CourierState = z.enum(["offline", "online", "on_break"]);
export type CourierState = z.infer<typeof CourierState>;

/** A stretch of work: a manager plans it, or going online opens it. */
export const ShiftState = z.enum(["planned", "open", "ended"]);
export type ShiftState = z.infer<typeof ShiftState>;

/** Where a position came from. */
export const PositionSource = z.enum(["live_location", "mini_app", "one_off"]);
export type PositionSource = z.infer<typeof PositionSource>;
