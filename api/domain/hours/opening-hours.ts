import type { Milliseconds } from "#shared/kernel/units";
import { instantAt, wallClockMs } from "./wall-clock";

/** One stretch of a weekday (1 Monday … 7 Sunday), in minutes after local midnight. Closing at or before opening: next day. */
export type WeeklyHours = { weekday: number; opensMinute: number; closesMinute: number };

/** A local day (YYYY-MM-DD) that replaces its weekday; without minutes it is closed. */
export type Holiday = { day: string; opensMinute: number | null; closesMinute: number | null };

/** When a branch is open, on its own wall. `timezone` is an IANA name. */
export type Schedule = { timezone: string; hours: readonly WeeklyHours[]; holidays: readonly Holiday[] };

type Stretch = { fromMs: Milliseconds; toMs: Milliseconds };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How far ahead the next opening is looked for. */
const LOOK_AHEAD_DAYS = 14;

/** 1 January 1970 was a Thursday. */
const weekdayOf = (dayMs: Milliseconds): number => ((((dayMs / DAY_MS + 3) % 7) + 7) % 7) + 1;

const stretch = (dayMs: Milliseconds, opensMinute: number, closesMinute: number): Stretch => ({
  fromMs: dayMs + opensMinute * MINUTE_MS,
  toMs: dayMs + closesMinute * MINUTE_MS + (closesMinute <= opensMinute ? DAY_MS : 0),
});

/** The stretches that begin on this local day. A holiday leaves the night that began the day before as it is. */
function stretchesOf({ hours, holidays }: Schedule, dayMs: Milliseconds): Stretch[] {
  const day = new Date(dayMs).toISOString().slice(0, 10);
  const holiday = holidays.find((each) => each.day === day);
  if (!holiday)
    return hours
      .filter(({ weekday }) => weekday === weekdayOf(dayMs))
      .map(({ opensMinute, closesMinute }) => stretch(dayMs, opensMinute, closesMinute));
  const { opensMinute, closesMinute } = holiday;
  return opensMinute === null || closesMinute === null ? [] : [stretch(dayMs, opensMinute, closesMinute)];
}

/** Whether the branch is open at that instant: from the opening minute on, until just before the closing one. */
export function isOpen(schedule: Schedule, at: Date): boolean {
  const wallMs = wallClockMs(at, schedule.timezone);
  const todayMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
  return [todayMs - DAY_MS, todayMs]
    .flatMap((dayMs) => stretchesOf(schedule, dayMs))
    .some(({ fromMs, toMs }) => fromMs <= wallMs && wallMs < toMs);
}

/** When it opens next, after `at`; `null` when nothing opens within two weeks. */
export function nextOpening(schedule: Schedule, at: Date): Date | null {
  const wallMs = wallClockMs(at, schedule.timezone);
  const todayMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
  const days = Array.from({ length: LOOK_AHEAD_DAYS + 1 }, (_, index) => todayMs + index * DAY_MS);
  const openings = days
    .flatMap((dayMs) => stretchesOf(schedule, dayMs).map(({ fromMs }) => fromMs))
    .filter((fromMs) => fromMs > wallMs);
  return openings.length > 0 ? instantAt(Math.min(...openings), schedule.timezone) : null;
}
