import { join } from "node:path";
import type { HtmlTagDescriptor, Plugin } from "vite";

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

/** Of the script that asks for what the first screen waits for, see `kit/ahead.ts`. */
const AHEAD = "ahead";

/**
 * Puts all that a page imports at once into one script: several are more requests, and compress worse. What it imports
 * later shares this script. Only what runs ahead of it has a script of its own.
 * @param miniapps path of the folder with all of them
 * @param page path of the `index.html`
 * @returns the name of the script a module belongs to, for `codeSplitting.groups`; `null` leaves it to the bundler
 */
export function firstChunk(miniapps: string, page: string): (id: string, modules: Modules) => string | null {
  // The page's own script stays by itself, or the manifest would not name the page.
  const alone = [page, page.replace(/index\.html$/, "main.tsx")];
  let ahead: Set<string> | undefined;
  let first: Set<string> | undefined;
  return (id, modules) => {
    ahead ??= importedAtOnce(join(miniapps, "kit", "ahead.ts"), modules);
    first ??= importedAtOnce(page, modules);
    if (!first.has(id) || alone.includes(id)) return null;
    return ahead.has(id) ? AHEAD : "first";
  };
}

function importedAtOnce(root: string, modules: Modules): Set<string> {
  const seen = new Set<string>();
  const waiting = [root];
  for (let id = waiting.pop(); id; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}

/** Names that script in the page's head: a module runs as soon as it is here, and only once, whoever imports it later. */
export const aheadPlugin = (): Plugin => {
  let base = "/";
  return {
    name: "peyk-ahead",
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const scripts = Object.values(bundle).filter((output) => output.type === "chunk" && output.name === AHEAD);
        return scripts.map(
          ({ fileName }): HtmlTagDescriptor => ({
            tag: "script",
            attrs: { type: "module", async: true, crossorigin: true, src: base + fileName },
            injectTo: "head",
          }),
        );
      },
    },
  };
};
