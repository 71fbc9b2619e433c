import { join, normalize, sep } from "node:path";
import { file } from "bun";
import { Elysia } from "elysia";
import type { Config } from "#api/config";
import type { Deps } from "#api/platform/deps";
import { Refusal } from "#shared/kernel/refusal";
import { contentSecurityPolicy } from "./page-headers";

/** Where `vite build miniapps` leaves them, as in the image; `npm start` names the build of its sources instead. */
const BUILT = new URL("../../../dist/miniapps", import.meta.url).pathname;
const folderOf = ({ MINIAPPS_FOLDER }: Config) => MINIAPPS_FOLDER ?? BUILT;
const YEAR_SECONDS = 31_536_000;
/** One folder an app; whatever follows is a place inside of it, which the app itself finds. */
const APPS = new Set(["courier", "dispatch", "admin", "track"]);

/** The mini-apps as they were built: names with a hash for ever, the pages themselves fresh each time. */
export const pagesRoutes = ({ config }: Deps) =>
  new Elysia({ prefix: "/app" }).get("/*", ({ params, set }) => answer(config, params["*"], set.headers), {
    detail: { hide: true },
  });

async function answer(config: Config, path: string, headers: Record<string, string | number>): Promise<Blob | string> {
  const [app = ""] = path.split("/");
  if (path.startsWith("assets/")) return asset(folderOf(config), path, headers);
  if (!APPS.has(app)) throw new Refusal("request.not_found");
  const page = file(join(folderOf(config), app, "index.html"));
  if (!(await page.exists())) return notBuilt(headers);
  headers["cache-control"] = "no-cache";
  headers["content-security-policy"] = contentSecurityPolicy(config);
  headers["content-type"] = "text/html; charset=utf-8";
  return withSettings(await page.text(), config);
}

/** For who runs the API alone: the way to the pages. */
function notBuilt(headers: Record<string, string | number>): string {
  headers["content-type"] = "text/plain; charset=utf-8";
  return "The mini-apps are not built. Run: bun --bun vite build miniapps (npm start does it by itself)\n";
}

async function asset(folder: string, path: string, headers: Record<string, string | number>): Promise<Blob> {
  const full = join(folder, normalize(path));
  const found = full.startsWith(folder + sep) ? file(full) : null;
  if (!found || !(await found.exists())) throw new Refusal("request.not_found");
  headers["cache-control"] = `public, max-age=${YEAR_SECONDS}, immutable`;
  return found;
}

/** What a page must know before it can ask for anything, as `<meta>` tags that its head reserves a place for. */
function withSettings(html: string, { MINIAPP_HOSTS, MAP_STYLE_URL, MAP_STYLE_DARK_URL }: Config): string {
  const settings = {
    "peyk-hosts": MINIAPP_HOSTS.join(" "),
    "peyk-map-style": styleIn(MAP_STYLE_URL),
    "peyk-map-style-dark": styleIn(MAP_STYLE_DARK_URL),
  };
  const tags = Object.entries(settings).map(([name, content]) => `<meta name="${name}" content="${escaped(content)}">`);
  return html.replace("<!-- settings -->", tags.join(""));
}

const styleIn = (style: string) => (style === "plain" ? "" : style);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
