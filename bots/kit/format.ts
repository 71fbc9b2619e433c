import { CURRENCY_DIGITS } from "#shared/kernel/currency-digits";
import type { Language } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import type { Metres, Minor } from "#shared/kernel/units";
import type { Words } from "./words";

/** Minor units as people write them: whole amounts without a fraction. */
export function money(minor: Minor, currency: Currency, { language, plain }: Words): string {
  const amount = minor / 10 ** CURRENCY_DIGITS[currency];
  const digits = Number.isInteger(amount) ? 0 : CURRENCY_DIGITS[currency];
  const parts = new Intl.NumberFormat(numbersIn(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: true,
  }).formatToParts(amount);
  return plain("format-money", {
    // Thousands apart by a plain space in every language; the decimal mark stays as its people write it.
    amount: parts.map(({ type, value }) => (type === "group" ? " " : value)).join(""),
    currency: plain(`currency-${currency.toLowerCase()}`),
  });
}

const numbersIn = (language: Language): string => (language === "en" ? "en" : "ru");

/** "850 m", "2.4 km". */
export const distance = (metres: Metres, { plain }: Words): string =>
  metres < 1_000
    ? plain("format-metres", { metres: String(Math.round(metres / 10) * 10) })
    : plain("format-kilometres", { kilometres: (metres / 1_000).toFixed(1) });

/** The time of day on the city's walls. */
export const timeOfDay = (iso: string, { timezone }: Words): string =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: timezone }).format(new Date(iso));

export const dayAndTime = (iso: string, { timezone }: Words): string =>
  new Intl.DateTimeFormat("ru", {
    day: "2-digit",
    month: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: timezone,
  }).format(new Date(iso));

/** The day on the city's walls, "02.03". */
export const dayOf = (iso: string, { timezone }: Words): string =>
  new Intl.DateTimeFormat("ru", { day: "2-digit", month: "2-digit", timeZone: timezone }).format(new Date(iso));

/** The time, with its day when that is another than `beside`'s: tomorrow's lunch is not this noon's. */
export const timeBeside = (iso: string, beside: string, words: Words): string =>
  dayOf(iso, words) === dayOf(beside, words) ? timeOfDay(iso, words) : dayAndTime(iso, words);

/** Telegram counts characters of a button and a line; longer names are cut with an ellipsis. */
export const cut = (text: string, length: number): string =>
  [...text].length <= length ? text : `${[...text].slice(0, length - 1).join("")}…`;
