import { fileURLToPath } from "node:url";
import { I18n } from "@grammyjs/i18n";
import type { Language } from "#shared/kernel/language";

type Variables = Record<string, string | number | Date>;

/** The texts of `shared/locales` in one language, for people of one city. */
export type Words = {
  readonly language: Language;
  readonly timezone: string; // IANA
  /** For buttons, alerts and commands, where Telegram shows what it gets. */
  plain(id: string, variables?: Variables): string;
  /** For messages, which are HTML: what people typed is made harmless. */
  html(id: string, variables?: Variables): string;
};

const texts = new I18n({
  defaultLocale: "en",
  directory: fileURLToPath(new URL("../../shared/locales", import.meta.url)),
  fluentBundleOptions: { useIsolating: false },
  fluentOptions: {
    warningHandler: ({ path }) => {
      throw new Error(`no text ${path}`); // a bug: the locale spec and the bots' specs find it
    },
  },
});

export const wordsIn = (language: Language, timezone = "UTC"): Words => ({
  language,
  timezone,
  plain: (id, variables) => texts.t(language, id, variables ?? {}),
  html: (id, variables = {}) => texts.t(language, id, harmless(variables)),
});

const harmless = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).map(([name, v]) => [name, typeof v === "string" ? escapeHtml(v) : v]));

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const ENTITIES: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/** Text of people, to stand inside HTML. A right-to-left name is isolated, so that it does not turn our line around. */
export function escapeHtml(text: string): string {
  const escaped = text.replaceAll(/[<>&]/g, (sign) => ENTITIES[sign]!);
  return RIGHT_TO_LEFT.test(escaped) ? `\u2068${escaped}\u2069` : escaped;
}

/** `too_far` of a row is `decline-reason-too-far` of the texts. */
export const wordId = (prefix: string, word: string): string => `${prefix}-${word.replaceAll(/[._]/g, "-")}`;
