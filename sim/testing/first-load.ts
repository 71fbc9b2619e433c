import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** A chunk in the manifest that the bundler writes beside the pages. */
type Chunk = { file: string; src?: string; imports?: string[]; css?: string[]; isEntry?: boolean };
type Manifest = Record<string, Chunk>;

export type FirstLoad = {
  files: string[];
  /** npm packages inside of them. */
  packages: string[];
  gzipBytes: number;
};

/**
 * What a mini-app's page fetches before it can show its first screen: the page, its script with everything that this
 * imports at once, its styles and the texts of one language. What it imports later, such as the map, is not among it.
 */
export function firstLoad(built: string, room: string, language: string): FirstLoad {
  const manifest: Manifest = JSON.parse(readFileSync(join(built, `${room}.manifest.json`), "utf8"));
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of manifest[key]?.imports ?? []) visit(imported);
  };
  visit(`${room}/index.html`);
  const texts = Object.keys(manifest).find((key) => key.includes(`virtual:texts/${room}/${language}/first`));
  if (texts) visit(texts);
  const chunks = [...seen].flatMap((key) => manifest[key] ?? []);
  const files = [`${room}/index.html`, ...new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]))];
  const gzipBytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
    0,
  );
  const packagesOf: Record<string, string[]> = JSON.parse(readFileSync(join(built, `${room}.packages.json`), "utf8"));
  return { files, gzipBytes, packages: [...new Set(files.flatMap((file) => packagesOf[file] ?? []))] };
}
