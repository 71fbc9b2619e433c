import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sectionsFor } from "#miniapps/build/sections-for.ts";
import { Language } from "#shared/kernel/language";
import { buildMiniapps } from "#sim/stack/build-miniapps";
import { firstLoad } from "#sim/testing/first-load";

const LIMIT_BYTES = 120_000;
const SMALL = ["courier", "track"] as const;
const TOO_HEAVY = ["zod", "@base-ui/react", "maplibre-gl"];

const ROOT = join(import.meta.dirname, "..");

let built: string;
beforeAll(() => {
  built = buildMiniapps(ROOT);
});

describe.each(SMALL)("the first load of %s", (room) => {
  it.each(Language.options)(`is at most ${LIMIT_BYTES} bytes by gzip in %s`, (language) => {
    const { gzipBytes, files } = firstLoad(built, room, language);
    console.log(`${room} in ${language}: ${gzipBytes} bytes in ${files.length} files`);
    expect(gzipBytes).toBeLessThanOrEqual(LIMIT_BYTES);
    expect(gzipBytes).toBeGreaterThan(50_000); // else the manifest was misread
  });

  it("carries neither zod nor the headless library nor the map", () => {
    const { packages } = firstLoad(built, room, "en");
    expect(packages).toContain("react-dom");
    expect(packages.filter((name) => TOO_HEAVY.includes(name))).toEqual([]);
  });

  it("has a small script for what runs ahead of the rest", () => {
    const { files } = firstLoad(built, room, "en");
    const [ahead] = files.filter((file) => file.startsWith("assets/ahead-"));
    expect(readFileSync(join(built, room, "index.html"), "utf8")).toContain(`async crossorigin src="/app/${ahead}"`);
    const script = readFileSync(join(built, ahead!), "utf8");
    expect(script.length).toBeLessThan(5_000);
    expect(script).not.toMatch(/^import|from`|from"/); // else it would wait for another one
  });

  it("shows something before its styles and scripts are here", () => {
    const page = readFileSync(join(built, room, "index.html"), "utf8");
    const [head, body] = page.split("<body>");
    expect(head).not.toContain('rel="stylesheet"');
    expect(body).toMatch(/<p class="opening"[^>]*>Peyk<.*<link rel="stylesheet"/s);
  });

  it("names no text that comes later", () => {
    const { files } = firstLoad(built, room, "en");
    const scripts = files.filter((file) => file.endsWith(".js")).map((file) => readFileSync(join(built, file), "utf8"));
    const source = readFileSync(join(ROOT, "shared", "locales", "en.ftl"), "utf8");
    const later = [...sectionsFor(source, room, "later").matchAll(/^[\w-]+(?= =)/gm)].map(([id]) => id);
    expect(later.filter((id) => scripts.some((script) => isNamed(id, script)))).toEqual([]);
  });
});

/** "road-tab-day" is named as it stands, or by its beginning: `road-tab-${name}`. */
function isNamed(id: string, script: string): boolean {
  const beginnings = [...id.matchAll(/-/g)].map(({ index }) => `\`${id.slice(0, index + 1)}\${`);
  return [`"${id}"`, `'${id}'`, `\`${id}\``, ...beginnings].some((named) => script.includes(named));
}
