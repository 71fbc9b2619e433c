import { dayPlus } from "#shared/contracts/report";

export const PRESETS = ["today", "week", "month", "quarter"] as const;
export type Preset = (typeof PRESETS)[number];

const DAYS: Record<Preset, number> = { today: 1, week: 7, month: 30, quarter: 91 };

/** The calendar day on the wall of a place at this moment. */
export const dayAt = (nowMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(nowMs);

/** The days that end today. */
export const spanOf = (preset: Preset, today: string): { from: string; to: string } => ({
  from: dayPlus(today, 1 - DAYS[preset]),
  to: today,
});
