import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import type { Plugin } from "vite";
import { sectionsFor, type TextsPart } from "./sections-for.ts";

const ID = "virtual:texts";
const LANGUAGES = ["en", "ru", "uz"];
const PARTS: readonly TextsPart[] = ["first", "later"];

type Options = { locales: string; rooms: readonly string[] };

/**
 * Gives each mini-app the texts it can show, parsed already, in one chunk per language and part: `virtual:texts` maps
 * "track/uz/first" to what loads them. What the bots say, and what the other mini-apps say, stays on the server.
 */
export const textsPlugin = ({ locales, rooms }: Options): Plugin => {
  const fileOf = (language: string) => join(locales, `${language}.ftl`);
  const textsOf = (room: string, language: string, part: TextsPart) =>
    sectionsFor(readFileSync(fileOf(language), "utf8"), room, part);
  const keys = () =>
    rooms
      .flatMap((room) => LANGUAGES.flatMap((language) => PARTS.map((part) => [room, language, part] as const)))
      .filter((key) => textsOf(...key) !== "")
      .map((key) => key.join("/"));
  return {
    name: "peyk-texts",
    resolveId: (id) => (id.startsWith(ID) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${ID}`)) return null;
      const [room, language, part] = id.slice(ID.length + 2).split("/");
      if (!room || !language) {
        const entries = keys().map((key) => `${JSON.stringify(key)}: () => import("${ID}/${key}")`);
        return `export default { ${entries.join(", ")} }`;
      }
      this.addWatchFile(fileOf(language));
      const { body } = new FluentResource(textsOf(room, language, part === "later" ? "later" : "first"));
      return `export default ${JSON.stringify(body)}`;
    },
  };
};
