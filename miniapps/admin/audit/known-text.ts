import type { Translate } from "../../kit/texts";
import { textId } from "../app/text-id";

/** The word for a code of the log, or the code itself: the log outlives the words, and newer code may write newer codes. */
export function known(t: Translate, prefix: string, code: string): string {
  const id = textId(prefix, code);
  const text = t(id);
  return text === id ? code : text;
}
