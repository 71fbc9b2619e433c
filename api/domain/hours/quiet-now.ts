import { isQuietAt } from "#shared/people/quiet-hours";
import { wallClockMs } from "./wall-clock";

/** As a row keeps quiet hours: all three null when there are none. `quietTimezone` is an IANA name. */
export type KeptQuietHours = {
  quietFromMinute: number | null;
  quietUntilMinute: number | null;
  quietTimezone: string | null;
};

const DAY_MINUTES = 1_440;

/** Whether somebody wants no sound now, on their own wall. */
export function isQuietNow(kept: KeptQuietHours, at: Date): boolean {
  const { quietFromMinute: fromMinute, quietUntilMinute: untilMinute, quietTimezone } = kept;
  if (fromMinute === null || untilMinute === null || quietTimezone === null) return false;
  return isQuietAt({ fromMinute, untilMinute }, Math.floor(wallClockMs(at, quietTimezone) / 60_000) % DAY_MINUTES);
}
