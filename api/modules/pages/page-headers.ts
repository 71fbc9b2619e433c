import type { Config } from "#api/config";

/** Who may show a mini-app in a frame: Telegram's web client, and the hosts that the configuration names. */
const TELEGRAM = ["https://web.telegram.org", "https://*.telegram.org"];

/**
 * What a page may load and who may frame it. Styles may be inline, since maps and positions set them from code; scripts
 * never.
 */
export function contentSecurityPolicy({
  MINIAPP_HOSTS,
  MAP_ORIGINS,
}: Pick<Config, "MINIAPP_HOSTS" | "MAP_ORIGINS">): string {
  const maps = MAP_ORIGINS.join(" ");
  const rules = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": `'self' data: blob: ${maps}`,
    "connect-src": `'self' ${maps}`,
    "worker-src": "'self' blob:",
    "font-src": `'self' ${maps}`,
    "frame-ancestors": [...TELEGRAM, ...MINIAPP_HOSTS].join(" "),
    "base-uri": "'none'",
    "form-action": "'self'",
    "object-src": "'none'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value.trim()}`)
    .join("; ");
}
