import type { Language, LocalText } from "#shared/kernel/language";

/** A text that a person of the shop wrote, in the language that is spoken; as `shared/kernel/language`, without zod. */
export const localText = (text: LocalText, language: Language): string => text[language] ?? text.en;
