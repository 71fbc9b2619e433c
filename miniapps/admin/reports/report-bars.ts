import { dayPlus, daysBetween, type ReportBy, type ReportRow, type ReportView } from "#shared/contracts/report";
import type { Language } from "#shared/kernel/language";
import { localText } from "../../kit/local-text";
import { uzbekDay } from "../../kit/uzbek";

/** One place on the axis: what was then, and what was at the same place of the days before. */
export type Slot = { key: string; label: string; row: ReportRow | null; before: ReportRow | null };

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const LOCALE = { en: "en-GB", ru: "ru-RU" };

/** "2 Mar". */
export const dayLabel = (language: Language, day: string): string =>
  language === "uz"
    ? uzbekDay(new Date(`${day}T12:00:00`))
    : new Intl.DateTimeFormat(LOCALE[language], { day: "numeric", month: "short", timeZone: "UTC" }).format(
        new Date(day),
      );

/** Every day and every hour of the span, empty ones included; branches and couriers as they come, the best first. */
export function slotsOf(report: ReportView, by: ReportBy, language: Language): Slot[] {
  const now = new Map(report.rows.map((row) => [row.key, row]));
  const before = new Map(report.previousRows.map((row) => [row.key, row]));
  const slot = (key: string, label: string, beforeKey = key): Slot => ({
    key,
    label,
    row: now.get(key) ?? null,
    before: before.get(beforeKey) ?? null,
  });
  if (by === "hour") return HOURS.map((hour) => slot(hour, `${hour}:00`));
  if (by === "day") {
    const days = daysBetween(report.from, report.to) + 1;
    return Array.from({ length: days }, (_, index) => {
      const day = dayPlus(report.from, index);
      return slot(day, dayLabel(language, day), dayPlus(report.previousFrom, index));
    });
  }
  return [...report.rows]
    .sort((a, b) => b.orders - a.orders)
    .map((row) => slot(row.key, row.name ? localText(row.name, language) : row.key));
}
