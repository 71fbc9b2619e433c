import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { Language } from "#shared/kernel/language";
import type { RefusalCode } from "#shared/kernel/refusal";

const FOLDER = new URL("../../shared/locales/", import.meta.url);

const bundles = new Map(
  Language.options.map((language) => {
    const bundle = new FluentBundle(language, { useIsolating: false });
    bundle.addResource(new FluentResource(readFileSync(new URL(`${language}.ftl`, FOLDER), "utf8")));
    return [language, bundle] as const;
  }),
);

/** A text of `shared/locales` in this language. @throws Error when no language has it: a bug that the locale spec finds */
export function translate(language: Language, id: string, variables: Record<string, FluentVariable> = {}): string {
  const bundle = bundles.get(language);
  const pattern = bundle?.getMessage(id)?.value;
  if (!bundle || !pattern) throw new Error(`no text ${id} in ${language}`);
  return bundle.formatPattern(pattern, variables);
}

/** What a refused person reads: what went wrong and what to do next. */
export const refusalSentence = (language: Language, code: RefusalCode): string =>
  translate(language, `refusal-${code.replaceAll(/[._]/g, "-")}`);
