import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "#shared/kernel/language";

/** One file per language, fetched only when it is spoken. */
const SOURCES = import.meta.glob<string>("../../shared/locales/*.ftl", { query: "?raw", import: "default" });

/** A text by its id in `shared/locales`. */
export type Translate = (id: string, variables?: Record<string, FluentVariable>) => string;
export type Texts = { t: Translate; language: Language };

/** @throws Error when the file cannot be fetched */
export async function loadTexts(language: Language): Promise<Texts> {
  const source = await SOURCES[`../../shared/locales/${language}.ftl`]?.();
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(source ?? ""));
  const t: Translate = (id, variables) => {
    const pattern = bundle.getMessage(id)?.value;
    return pattern ? bundle.formatPattern(pattern, variables) : id;
  };
  return { t, language };
}

const TextsContext = createContext<Texts | null>(null);

export const SpeakProvider = ({ texts, children }: { texts: Texts; children: ReactNode }) => (
  <TextsContext value={texts}>{children}</TextsContext>
);

/** @throws Error outside of a `SpeakProvider`: a bug */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("no SpeakProvider above");
  return texts;
}
