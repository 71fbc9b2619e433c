import type { Language } from "#shared/kernel/language";

const LOCALE: Record<Language, string> = { en: "en-GB", ru: "ru-RU", uz: "uz-Latn-UZ" };

/** "2 Mar, 14:05" on the wall of the branch; with the year once it is another one than `nowMs` is in. */
export function wallMoment(language: Language, at: string, timeZone: string, nowMs: number): string {
  const moment = new Date(at);
  const otherYear = moment.getUTCFullYear() !== new Date(nowMs).getUTCFullYear();
  return new Intl.DateTimeFormat(LOCALE[language], {
    timeZone,
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    ...(otherYear && { year: "numeric" }),
  }).format(moment);
}
