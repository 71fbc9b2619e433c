import { z } from "zod";

export const Language = z.enum(["en", "ru", "uz"]);
export type Language = z.infer<typeof Language>;

/** A text that a person of the shop wrote, per language. English is always there; the others fall back to it. */
export const LocalText = z.object({
  en: z.string().min(1).max(1_000),
  ru: z.string().min(1).max(1_000).optional(),
  uz: z.string().min(1).max(1_000).optional(),
});
export type LocalText = z.infer<typeof LocalText>;

export const inLanguage = (text: LocalText, language: Language): string => text[language] ?? text.en;

/** Telegram's `language_code` ("ru", "uz", "en-GB", …) to one of ours; `otherwise` when we do not speak it. */
export const languageOf = (languageCode: string | undefined, otherwise: Language = "en"): Language => {
  const parsed = Language.safeParse(languageCode?.slice(0, 2).toLowerCase());
  return parsed.success ? parsed.data : otherwise;
};
