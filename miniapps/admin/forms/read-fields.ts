import type { Currency } from "#shared/kernel/money";
import { readAmount } from "#shared/money/read-amount";

/** What a field holds, as a number that a schema refuses when it is none. */
export const wholeOf = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** Minor units; NaN when it is no amount. */
export const minorOf = (text: string, currency: Currency): number => readAmount(text, currency) ?? Number.NaN;

/** "08:30" to minutes after midnight; NaN when the field is empty. */
export function minuteOf(text: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  return Number(hours ?? Number.NaN) * 60 + Number(minutes ?? Number.NaN);
}

/** Minutes after midnight to "08:30"; midnight at the end of a day is 00:00 like the one at its beginning. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** An empty field of something that may be missing. */
export const orNull = (text: string): string | null => text.trim() || null;
export const orNothing = (text: string): string | undefined => text.trim() || undefined;
