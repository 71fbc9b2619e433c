import type { StyleSpecification } from "maplibre-gl";
import { mapStyleUrl } from "../settings";
import { plainStyle } from "./plain-style";

const PATIENCE_MS = 4_000;

/** The configured style, or the plain drawing where none is set or it does not come: a map without streets is a map. */
export async function loadStyle(isDark: boolean): Promise<StyleSpecification> {
  const url = mapStyleUrl(isDark);
  if (!url) return plainStyle(isDark);
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return reply.ok ? await reply.json() : plainStyle(isDark);
  } catch {
    return plainStyle(isDark);
  }
}
