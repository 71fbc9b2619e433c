import sources from "virtual:texts";
import { FluentBundle, type FluentVariable } from "@fluent/bundle";
import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "#shared/kernel/language";
import { appName } from "./settings";

/** A text by its id in `shared/locales`. */
export type Translate = (id: string, variables?: Record<string, FluentVariable>) => string;
export type Texts = { t: Translate; language: Language };

export type AppTexts = Texts & {
  /** Fetches what the first screen does not say; to be awaited before another one. @throws Error without a network */
  loadRest(): Promise<void>;
};

/**
 * Fetches the sections of `shared/locales` that this app's first screen may show, in one language.
 * @throws Error when they cannot be fetched
 */
export async function loadTexts(language: Language): Promise<AppTexts> {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const load = async (part: "first" | "later") => {
    const source = await sources[`${appName()}/${language}/${part}`]?.();
    bundle.addResource({ body: source?.default ?? [] });
  };
  await load("first");
  const t: Translate = (id, variables) => {
    const pattern = bundle.getMessage(id)?.value;
    return pattern ? bundle.formatPattern(pattern, variables) : id;
  };
  return { t, language, loadRest: () => load("later") };
}

const TextsContext = createContext<AppTexts | null>(null);

export const SpeakProvider = ({ texts, children }: { texts: AppTexts; children: ReactNode }) => (
  <TextsContext value={texts}>{children}</TextsContext>
);

/** @throws Error outside of a `SpeakProvider`: a bug */
export function useTexts(): AppTexts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("no SpeakProvider above");
  return texts;
}
