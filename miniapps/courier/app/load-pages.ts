import type { AppTexts } from "../../kit/texts";
import type * as Pages from "./pages-later";

/** The other pages, what they say and what sends their actions. */
export async function loadPages(loadRest: AppTexts["loadRest"]): Promise<typeof Pages> {
  const [pages] = await Promise.all([import("./pages-later"), loadRest(), import("../outbox/send-action")]);
  return pages;
}
