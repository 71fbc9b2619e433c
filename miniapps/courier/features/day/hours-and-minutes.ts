import type { Seconds } from "#shared/kernel/units";

const MINUTE: Seconds = 60;
const MINUTES_OF_AN_HOUR = 60;

/** Whole minutes, so that 3 h 59 min 40 s is not shown as 3 h 60 min. */
export function hoursAndMinutes(seconds: Seconds): { hours: number; minutes: number } {
  const whole = Math.floor(seconds / MINUTE);
  return { hours: Math.floor(whole / MINUTES_OF_AN_HOUR), minutes: whole % MINUTES_OF_AN_HOUR };
}
