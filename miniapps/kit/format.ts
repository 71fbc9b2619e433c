import { CURRENCY_DIGITS } from "#shared/kernel/currency-digits";
import type { Language } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import type { Metres, Milliseconds, Minor, Seconds } from "#shared/kernel/units";
import { UZBEK_SOM, uzbekDay } from "./uzbek";

/** Where each language's people expect the commas and the clock. */
const LOCALE: Record<Language, string> = { en: "en-GB", ru: "ru-RU", uz: "uz-Latn-UZ" };

/** Uzbek numbers look like Russian ones, which every browser knows. */
const NUMBERS: Record<Language, string> = { ...LOCALE, uz: "ru-RU" };

/** "42 000 UZS" in the person's own manner; whole amounts without the empty coins. */
export function money(language: Language, amountMinor: Minor, currency: Currency): string {
  const amount = amountMinor / 10 ** CURRENCY_DIGITS[currency];
  const digits = Number.isInteger(amount) ? 0 : CURRENCY_DIGITS[currency];
  const options = {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  const written = new Intl.NumberFormat(NUMBERS[language], options).format(amount);
  return language === "uz" ? written.replace("UZS", UZBEK_SOM) : written;
}

/** "850 m", "3.2 km". */
export const distance = (language: Language, metres: Metres): string =>
  metres < 1_000
    ? unit(language, Math.round(metres / 10) * 10, "meter", 0)
    : unit(language, metres / 1_000, "kilometer", 1);

/** "12 min". */
export const minutes = (language: Language, seconds: Seconds): string =>
  unit(language, Math.max(0, Math.round(seconds / 60)), "minute", 0);

/** "14:05". */
export const clockTime = (language: Language, at: Date, timeZone?: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    hour: "2-digit",
    minute: "2-digit",
    ...(timeZone ? { timeZone } : {}),
  }).format(at);

/** "2 March". */
export const day = (language: Language, at: Date, timeZone?: string): string =>
  language === "uz"
    ? uzbekDay(at, timeZone)
    : new Intl.DateTimeFormat(LOCALE[language], { day: "numeric", month: "long", timeZone }).format(at);

/** "14:05" today, "2 March, 14:05" on another day; today is where the clock hangs. */
export function moment(language: Language, at: Date, nowMs: Milliseconds, timeZone?: string): string {
  const clock = clockTime(language, at, timeZone);
  const date = new Intl.DateTimeFormat("en", { dateStyle: "short", timeZone });
  return date.format(at) === date.format(nowMs) ? clock : `${day(language, at, timeZone)}, ${clock}`;
}

const unit = (language: Language, value: number, name: "meter" | "kilometer" | "minute", digits: number): string =>
  new Intl.NumberFormat(LOCALE[language], { style: "unit", unit: name, maximumFractionDigits: digits }).format(value);
