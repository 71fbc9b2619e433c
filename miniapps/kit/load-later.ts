import { useEffect, useState } from "react";

const RETRY_EVERY_MS = 3_000;

/** A part of the app in a script of its own, asked for again until it is here: `loadLater(() => import("…"))`. */
export async function loadLater<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    const part = await load().catch(() => null); // without a network; there may be one in a moment
    if (part !== null) return part;
    await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY_MS));
  }
}

/**
 * Fetches a part once the first screen stands, before anybody needs it: by then there may be no network.
 * @param load the same function each time
 * @returns `null` until it is here
 */
export function useLater<Part>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    void loadLater(load).then((loaded) => setPart(() => loaded));
  }, [load]);
  return part;
}
