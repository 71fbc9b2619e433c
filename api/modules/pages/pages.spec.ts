import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "#api/app";
import { createWorld, type World } from "#sim/testing/world";

const SCRIPT = "export const answer = 42;\n".repeat(50);

let world: World;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "peyk-pages-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "first-1.js"), SCRIPT);
  writeFileSync(join(folder, "assets", "first-1.js.gz"), gzipSync(SCRIPT));
  writeFileSync(join(folder, "assets", "marker.svg"), "<svg/>");
  writeFileSync(join(folder, "secret.txt"), "not an asset");
  world = await createWorld();
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, encodings: string) => {
  const app = buildApp({ ...world.deps, config: { ...world.deps.config, MINIAPPS_FOLDER: folder } });
  return app.handle(new Request(`http://localhost/app/${path}`, { headers: { "accept-encoding": encodings } }));
};

describe("a script of the mini-apps", () => {
  it("comes compressed as it was built to whoever takes that, for a year, with its own kind", async () => {
    const { headers, body } = await get("assets/first-1.js", "gzip, deflate, br");
    expect(headers.get("content-encoding")).toBe("gzip");
    expect(headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(headers.get("cache-control")).toContain("immutable");
    expect(headers.get("vary")).toContain("accept-encoding");
    expect(await new Response(body!.pipeThrough(new DecompressionStream("gzip"))).text()).toBe(SCRIPT);
  });

  it.each([
    ["assets/first-1.js", "identity", SCRIPT],
    ["assets/marker.svg", "gzip", "<svg/>"],
  ])("comes as it is: %s to a browser that takes %s", async (path, encodings, text) => {
    const reply = await get(path, encodings);
    expect(reply.headers.get("content-encoding")).toBeNull();
    expect(await reply.text()).toBe(text);
  });

  it("is nothing that lies outside of its folder", async () => {
    expect((await get("assets/..%2fsecret.txt", "gzip")).status).toBe(404);
    expect((await get("assets/missing.js", "gzip")).status).toBe(404);
  });
});
