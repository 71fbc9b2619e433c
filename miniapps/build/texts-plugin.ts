import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import type { Plugin } from "vite";
import { sectionsFor } from "./sections-for.ts";

const ID = "virtual:texts";
const LANGUAGES = ["en", "ru", "uz"];

type Options = { locales: string; rooms: readonly string[] };

/**
 * Gives each mini-app the texts it can show, parsed already and one chunk per language: `virtual:texts` maps "track/uz"
 * to what loads them. What the bots say, and what the other mini-apps say, stays on the server.
 */
export const textsPlugin = ({ locales, rooms }: Options): Plugin => {
  const keys = rooms.flatMap((room) => LANGUAGES.map((language) => `${room}/${language}`));
  return {
    name: "peyk-texts",
    resolveId: (id) => (id.startsWith(ID) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${ID}`)) return null;
      const [room, language] = id.slice(ID.length + 2).split("/");
      if (!room || !language) {
        const entries = keys.map((key) => `${JSON.stringify(key)}: () => import("${ID}/${key}")`);
        return `export default { ${entries.join(", ")} }`;
      }
      const file = join(locales, `${language}.ftl`);
      this.addWatchFile(file);
      const { body } = new FluentResource(sectionsFor(readFileSync(file, "utf8"), room));
      return `export default ${JSON.stringify(body)}`;
    },
  };
};
