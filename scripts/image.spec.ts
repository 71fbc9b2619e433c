import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTelegram, type Telegram } from "#sim/telegram/start-telegram";
import type { TestDatabase } from "#sim/testing/create-database";
import { createTestDatabase } from "#sim/testing/database";
import { createTestClock } from "#sim/testing/test-clock";
import { NOON } from "#sim/testing/world";

vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, "..");
/** What the image holds, laid out as the last stage of the Dockerfile says. */
const image = mkdtempSync(join(tmpdir(), "peyk-image-"));
let database: TestDatabase;
let telegram: Telegram;

beforeAll(async () => {
  const [, last = ""] = readFileSync(join(root, "Dockerfile"), "utf8").split("\nFROM base\n");
  for (const [, words = ""] of last.matchAll(/^COPY (?!--from)(.+)$/gm)) {
    const sources = words.split(" ");
    const target = sources.pop()!;
    for (const source of sources) lay(source, target.endsWith("/") ? join(target, source.split("/").at(-1)!) : target);
  }
  symlinkSync(join(root, "node_modules"), join(image, "node_modules"));
  database = await createTestDatabase();
  telegram = await startTelegram({ clock: createTestClock(NOON) });
});
afterAll(async () => {
  await telegram?.stop();
  await database?.drop();
  rmSync(image, { recursive: true, force: true });
});

function lay(source: string, target: string): void {
  mkdirSync(join(image, target, ".."), { recursive: true });
  cpSync(join(root, source), join(image, target), { recursive: true });
}

/** Runs what a service of docker-compose.yml is told to, with the input of whoever sits before it. */
async function run(words: readonly string[], env: Record<string, string> = {}, input = "") {
  const given = { PATH: process.env.PATH!, NODE_ENV: "production", ...env };
  const running = spawn(process.execPath, words, { cwd: image, env: given });
  running.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(running.stdout), text(running.stderr)]);
  if (running.exitCode === null) await once(running, "exit");
  return { said: stdout + stderr, status: running.exitCode };
}

const secret = () => randomBytes(32).toString("hex");
const installation = () => ({
  PUBLIC_URL: "https://shop.example.org",
  DATABASE_URL: database.ownerUrl,
  REDIS_URL: database.redisUrl,
  REDIS_PREFIX: database.redisPrefix,
  TELEGRAM_API_ROOT: telegram.url,
  TOKEN_SECRET: secret(),
  SERVICE_TOKEN: secret(),
  ENCRYPTION_KEY: secret(),
  STORAGE_SECRET: secret(),
});

const SERVICES = [...readFileSync(join(root, "docker-compose.yml"), "utf8").matchAll(/command: \[([\w/]+\.ts)\]/g)];

describe("the image", () => {
  it.each(SERVICES.map(([, command]) => command!))("holds all that %s imports", async (command) => {
    const { said, status } = await run([command]);
    expect(status).toBe(1);
    expect(said).toMatch(/DATABASE_URL|SERVICE_TOKEN/); // all is imported before it says what it was not told
  });

  it("founds a business: three tokens and the facts of the shop, and a link for the owner", async () => {
    const tokens = ["order", "courier", "staff"].map((name) =>
      telegram.createBot({ username: `image_${name}_bot`, name: `Image ${name}` }),
    );
    const answers = [...tokens, "Choyxona", "Asia/Samarkand", "Samarqand", "UZS", "uz", ""];
    const first = await run(["scripts/found.ts"], installation(), answers.join("\n"));
    expect(first).toMatchObject({ status: 0, said: expect.stringContaining("@image_staff_bot it is") });
    const link = /first is the owner.*: (https:\S+)/.exec(first.said)![1]!;
    expect(link).toMatch(/^https:\/\/t\.me\/image_staff_bot\?start=join_/);

    const again = await run(["scripts/found.ts"], installation());
    expect(again).toMatchObject({ status: 0, said: expect.stringMatching(/start=join_/) });
    expect(again.said).not.toContain(link);
  });

  it("says what its configuration lacks, and founds nothing", async () => {
    const { TOKEN_SECRET: _, ...env } = installation();
    expect(await run(["scripts/found.ts"], env)).toMatchObject({
      status: 1,
      said: expect.stringMatching(/TOKEN_SECRET: still the development default/),
    });
  });
});
