import type { Milliseconds } from "#shared/kernel/units";

/** A position older than this earns the courier a reminder … */
export const POSITION_NAG_MS: Milliseconds = 60_000;
/** … than this takes them out of dispatch … */
export const POSITION_STALE_MS: Milliseconds = 180_000;
/** … and than this, with an order on board, rings the dispatchers. */
export const POSITION_SILENT_MS: Milliseconds = 600_000;
