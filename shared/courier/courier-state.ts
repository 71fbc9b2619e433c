import { z } from "zod";
import type { Milliseconds } from "#shared/kernel/units";

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

/** A position older than this earns the courier a reminder … */
export const POSITION_NAG_MS: Milliseconds = 60_000;
/** … than this takes them out of dispatch … */
export const POSITION_STALE_MS: Milliseconds = 180_000;
/** … and than this, with an order on board, rings the dispatchers. */
export const POSITION_SILENT_MS: Milliseconds = 600_000;
