import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freePort } from "#sim/stack/free-port";
import { environmentOf } from "./environment";
import { openData } from "./open-data";
import { explain } from "./say";
import { loadSecrets } from "./secrets";

const folder = mkdtempSync(join(tmpdir(), "peyk-environment-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, "secrets.json");
const secrets = loadSecrets(file);
const ports = async () => ({ PORT: String(await freePort()), WORKER_PORT: String(await freePort()) });

describe("the environment of a start", () => {
  it("is refused with every problem at once and what to do, before anything is started", async () => {
    const broken = environmentOf({ PORT: "eighty", DATABASE_URL: "localhost" }, secrets);
    const text = explain(await broken.catch((error: unknown) => error));
    expect(text).toMatch(/DATABASE_URL[\s\S]*PORT[\s\S]*\.env/);
    expect(text).not.toContain("    at ");
  });

  it("takes a free port when the wanted one is taken, and links lead to it", async () => {
    const wanted = await ports();
    const squatter = createServer().listen(Number(wanted.PORT), "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const env = await environmentOf(wanted, secrets);
    squatter.close();
    expect(env.PORT).not.toBe(wanted.PORT);
    expect(env.PUBLIC_URL).toBe(`http://localhost:${env.PORT}`);
  });

  it("shows the mini-apps under the public address that somebody names", async () => {
    const PUBLIC_URL = "https://shop.example.org";
    expect(await environmentOf({ ...(await ports()), PUBLIC_URL }, secrets)).toMatchObject({
      MINIAPPS_URL: PUBLIC_URL,
    });
  });

  it("has secrets of its own, and the person's are stronger", async () => {
    const own = "a-secret-of-more-than-thirty-two-characters";
    const env = await environmentOf({ ...(await ports()), TOKEN_SECRET: own, SERVICE_TOKEN: "" }, secrets);
    expect(env).toMatchObject({ TOKEN_SECRET: own, SERVICE_TOKEN: secrets.SERVICE_TOKEN });
    expect(env).not.toHaveProperty("POSTGRES_PASSWORD");
  });
});

describe("the secrets of an installation", () => {
  it("stay the same from start to start, readable by their user alone", () => {
    expect(loadSecrets(file)).toEqual(secrets);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("differ from installation to installation", () => {
    expect(loadSecrets(join(folder, "other.json")).TOKEN_SECRET).not.toBe(secrets.TOKEN_SECRET);
  });
});

describe("the data folder", () => {
  it("is refused in one line when it cannot be written", () => {
    const inTheWay = join(folder, "a-file");
    writeFileSync(inTheWay, "");
    expect(() => openData(join(inTheWay, ".data"))).toThrow(/^Cannot write to .*\.data \(ENOTDIR\): /);
  });
});
