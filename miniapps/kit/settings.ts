/** What the server told the page in its head, see `api/modules/pages`. */
const meta = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** Origins besides Telegram's that may host us, for local development. */
export const hostOrigins = (): string[] => meta("peyk-hosts").split(" ").filter(Boolean);
/** MapLibre style, or `null` for the plain drawing. */
export const mapStyleUrl = (isDark: boolean): string | null =>
  meta(isDark ? "peyk-map-style-dark" : "peyk-map-style") || null;
/**
 * The bot that opened us, as its link says: each bot signs with a token of its own. Kept for as long as the tab lives,
 * since a page that is loaded again further inside the app has another address.
 */
export function botId(): string | null {
  const named = new URLSearchParams(location.search).get("bot");
  const key = `bot-of-${appName()}`;
  try {
    if (named) sessionStorage.setItem(key, named);
    return named ?? sessionStorage.getItem(key);
  } catch {
    return named; // a browser that keeps nothing for frames
  }
}
/** Which mini-app this is: "courier" below `/app/courier/`. */
export const appName = (): string => location.pathname.split("/")[2] ?? "";
