import type * as Pages from "./pages-later";

const RETRY_EVERY_MS = 3_000;

let loading: Promise<typeof Pages> | null = null;

/**
 * The other pages. Asked for as soon as the first one stands, since where they are needed there may be no network; and
 * asked for again until they are here.
 */
export function loadPages(): Promise<typeof Pages> {
  loading ??= attempt();
  return loading;
}

async function attempt(): Promise<typeof Pages> {
  for (;;) {
    const pages = await import("./pages-later").catch(() => null);
    if (pages) return pages;
    await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY_MS));
  }
}
