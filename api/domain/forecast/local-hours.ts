import { wallClockMs } from "#api/domain/hours/wall-clock";
import type { Milliseconds } from "#shared/kernel/units";
import { kept } from "./kept";

const HOUR_MS: Milliseconds = 3_600_000;

/** The hour on the wall, 0 … 24, with its fraction. Clocks change on the hour, so each is looked up once. */
export function hoursOf(timezone: string): (ms: Milliseconds) => number {
  const walls = new Map<number, number>();
  return (ms) => {
    if (!Number.isFinite(ms)) return 0;
    const began = Math.floor(ms / HOUR_MS) * HOUR_MS;
    const wallMs = kept(walls, began, () => wallClockMs(new Date(began), timezone)) + (ms - began);
    return (wallMs / HOUR_MS) % 24;
  };
}
