import sources from "virtual:texts";
import { FluentBundle, type FluentVariable } from "@fluent/bundle";
import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "#shared/kernel/language";
import { appName } from "./settings";

/** A text by its id in `shared/locales`. */
export type Translate = (id: string, variables?: Record<string, FluentVariable>) => string;
export type Texts = { t: Translate; language: Language };

/**
 * Fetches the sections of `shared/locales` that this app may show, in one language.
 * @throws Error when they cannot be fetched
 */
export async function loadTexts(language: Language): Promise<Texts> {
  const source = await sources[`${appName()}/${language}`]?.();
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource({ body: source?.default ?? [] });
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
