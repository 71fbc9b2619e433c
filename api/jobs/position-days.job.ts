import { openPositionDays } from "#api/modules/housekeeping/purge";
import type { Periodic } from "./periodic";

export const positionDays: Periodic = { name: "position-days", everyMs: 60 * 60_000, run: openPositionDays };
