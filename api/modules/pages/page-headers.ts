import type { Config } from "#api/config";

/** Who may show a mini-app in a frame: Telegram's web client, and the hosts that the configuration names. */
const TELEGRAM = ["https://web.telegram.org", "https://*.telegram.org"];

/**
 * What a page may load and who may frame it. Styles may be inline, since maps and positions set them from code; scripts
 * never. Photos and voice messages go to the S3 server itself, and come from it, by addresses that the API has signed.
 */
export function contentSecurityPolicy({
  MINIAPP_HOSTS,
  MAP_ORIGINS,
  S3_ENDPOINT,
}: Pick<Config, "MINIAPP_HOSTS" | "MAP_ORIGINS" | "S3_ENDPOINT">): string {
  const storage = S3_ENDPOINT ? [new URL(S3_ENDPOINT).origin] : [];
  const rules = {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", ...MAP_ORIGINS, ...storage],
    "media-src": ["'self'", "blob:", ...storage],
    "connect-src": ["'self'", ...MAP_ORIGINS, ...storage],
    "worker-src": ["'self'", "blob:"],
    "font-src": ["'self'", ...MAP_ORIGINS],
    "frame-ancestors": [...TELEGRAM, ...MINIAPP_HOSTS],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "object-src": ["'none'"],
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
