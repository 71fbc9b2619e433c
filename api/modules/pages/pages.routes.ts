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
  new Elysia({ prefix: "/app" }).get(
    "/*",
    ({ params: { "*": path }, headers, set }) =>
      path.startsWith("assets/")
        ? asset(folderOf(config), path, { accepted: headers["accept-encoding"] ?? "", headers: set.headers })
        : page(config, path, set.headers),
    { detail: { hide: true } },
  );

type Headers = Record<string, string | number>;

async function page(config: Config, path: string, headers: Headers): Promise<string> {
  const [app = ""] = path.split("/");
  if (!APPS.has(app)) throw new Refusal("request.not_found");
  const built = file(join(folderOf(config), app, "index.html"));
  if (!(await built.exists())) return notBuilt(headers);
  headers["cache-control"] = "no-cache";
  headers["content-security-policy"] = contentSecurityPolicy(config);
  headers["content-type"] = "text/html; charset=utf-8";
  return withSettings(await built.text(), config);
}

/** For who runs the API alone: the way to the pages. */
function notBuilt(headers: Headers): string {
  headers["content-type"] = "text/plain; charset=utf-8";
  return "The mini-apps are not built. Run: bun --bun vite build miniapps (npm start does it by itself)\n";
}

/** Compressed where the build has laid a copy and the browser takes it: a proxy in front need not do it anew. */
async function asset(folder: string, path: string, reply: { accepted: string; headers: Headers }): Promise<Blob> {
  const full = join(folder, normalize(path));
  const found = full.startsWith(join(folder, "assets") + sep) ? file(full) : null;
  if (!found || !(await found.exists())) throw new Refusal("request.not_found");
  const { accepted, headers } = reply;
  headers["cache-control"] = `public, max-age=${YEAR_SECONDS}, immutable`;
  headers.vary = "accept-encoding";
  const packed = file(`${full}.gz`);
  if (!/\bgzip\b/.test(accepted) || !(await packed.exists())) return found;
  headers["content-encoding"] = "gzip";
  headers["content-type"] = found.type;
  return packed;
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
