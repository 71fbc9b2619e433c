import type { Language } from "#shared/kernel/language";

const SPOKEN: Record<Language, true> = { en: true, ru: true, uz: true };
const isSpoken = (code: string): code is Language => Object.hasOwn(SPOKEN, code);

/** Telegram's `language_code` to one of ours, as `shared/kernel/language` does it, without the weight of zod. */
export function spokenLanguage(languageCode: string): Language {
  const code = languageCode.slice(0, 2).toLowerCase();
  return isSpoken(code) ? code : "en";
}
