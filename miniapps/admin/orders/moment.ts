import type { Language } from "#shared/kernel/language";

/** Chromium knows no Uzbek months; Uzbek dates in figures are Russian ones. */
const LOCALE: Record<Language, string> = { en: "en-GB", ru: "ru-RU", uz: "ru-RU" };

/** "2 Mar, 14:05", or "2.03, 14:05" in Uzbek, on the wall of the branch; with the year once it is another one than `nowMs` is in. */
export function wallMoment(language: Language, at: string, timeZone: string, nowMs: number): string {
  const moment = new Date(at);
  const otherYear = moment.getUTCFullYear() !== new Date(nowMs).getUTCFullYear();
  return new Intl.DateTimeFormat(LOCALE[language], {
    timeZone,
    day: "numeric",
    month: language === "uz" ? "2-digit" : "short",
    hour: "2-digit",
    minute: "2-digit",
    ...(otherYear && { year: "numeric" }),
  }).format(moment);
}
