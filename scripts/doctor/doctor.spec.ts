import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import { startTelegram } from "#sim/telegram/start-telegram";
import { createTestClock } from "#sim/testing/test-clock";
import { createWorld, NOON } from "#sim/testing/world";
import { roomFinding } from "./check-files";
import { clockFinding } from "./check-postgres";
import { findingsOf } from "./check-redis";
import { examine } from "./examine";
import { type Finding, lineOf } from "./finding";

const clock = createTestClock(NOON);
const telegram = await startTelegram({ clock });
const world = await createWorld({}, clock);
const data = mkdtempSync(join(tmpdir(), "peyk-doctor-"));
const [customer] = LOCAL_BOTS;
const env = {
  DATABASE_URL: world.ownerUrl,
  REDIS_URL: world.deps.config.REDIS_URL,
  ENCRYPTION_KEY: world.deps.config.ENCRYPTION_KEY,
  TELEGRAM_API_ROOT: telegram.url,
  STORAGE_FOLDER: join(data, "storage"),
};
const look = (change: Record<string, string> = {}) => examine({ ...env, ...change }, data);
const about = (findings: Finding[], what: string) => findings.filter((finding) => finding.what.startsWith(what));

beforeAll(() => {
  for (const { username, token, kind } of LOCAL_BOTS) telegram.createBot({ username, token, name: `Peyk ${kind}` });
});
afterAll(async () => {
  await world.close();
  await telegram.stop();
  rmSync(data, { recursive: true });
});

describe("the doctor", () => {
  it("finds nothing where everything is in order", async () => {
    const findings = await look();
    expect(findings.filter(({ state }) => state === "problem")).toEqual([]);
    for (const what of [
      "configuration",
      "PostgreSQL",
      "wal_level",
      "clock",
      "migrations",
      "Redis",
      "disk",
      "data folder",
    ])
      expect(about(findings, what).length, what).toBeGreaterThan(0);
    expect(about(findings, `@${customer!.username}`).map(lineOf)).toEqual([
      `✓ @${customer!.username} (customer): its token works (Peyk customer)`,
      `✓ @${customer!.username} (customer) hears: by polling`,
    ]);
  });

  it("says of every problem what to do", async () => {
    const broken = {
      PORT: "eighty",
      DATABASE_URL: "postgres://peyk:hush@127.0.0.1:9/peyk",
      REDIS_URL: "redis://127.0.0.1:9",
    };
    const problems = (await look(broken)).filter(({ state }) => state === "problem");
    const lines = problems.map(lineOf).join("\n");
    expect(problems.every(({ todo }) => todo)).toBe(true);
    expect(lines).toMatch(/configuration: PORT: .* → mend it in .env/);
    expect(lines).toMatch(/PostgreSQL: does not answer .*ECONNREFUSED.* → start it/);
    expect(lines).toMatch(/Redis: does not answer .* → start it/);
    expect(lines).not.toContain("hush");
  });

  it("tells a key that opens no token from a token that Telegram has forgotten", async () => {
    const wrongKey = await look({ ENCRYPTION_KEY: "ab".repeat(32) });
    expect(about(wrongKey, "@").every(({ says }) => says.includes("another ENCRYPTION_KEY"))).toBe(true);
    const revoked = world.deps.secrets.encrypt(`${customer!.telegramId}:AAaaBBbbCCccDDddEEeeFFff00112233445`);
    const [before] = await world.owner`select token_encrypted from bots where kind = 'customer'`;
    await world.owner`update bots set token_encrypted = ${revoked} where kind = 'customer'`;
    expect(about(await look(), `@${customer!.username}`)).toMatchObject([
      { state: "problem", says: "Telegram does not know its token any more" },
    ]);
    const another = world.deps.secrets.encrypt(LOCAL_BOTS.find(({ kind }) => kind === "staff")!.token);
    await world.owner`update bots set token_encrypted = ${another} where kind = 'customer'`;
    expect(about(await look(), `@${customer!.username}`)).toMatchObject([
      { state: "problem", says: "its token opens @peyk_staff_bot" },
    ]);
    await world.owner`update bots set token_encrypted = ${before!.token_encrypted} where kind = 'customer'`;
  });

  it("sees a webhook where we poll, and none where Telegram shall call", async () => {
    const { token } = customer!;
    const url = "https://elsewhere.example.org/telegram";
    await fetch(`${telegram.url}/bot${token}/setWebhook?url=${encodeURIComponent(url)}`);
    const polling = about(await look(), `@${customer!.username} (customer) hears`);
    expect(polling).toMatchObject([
      { state: "problem", says: expect.stringContaining("https://elsewhere.example.org") },
    ]);
    await fetch(`${telegram.url}/bot${token}/deleteWebhook`);
    const webhook = await look({ BOTS_MODE: "webhook", WEBHOOK_URL: "https://shop.example.org/telegram" });
    expect(about(webhook, `@${customer!.username} (customer) hears`)).toMatchObject([{ state: "problem" }]);
  });

  it("counts migrations that are missing", async () => {
    const sql = postgres(inject("servers").adminUrl, { max: 1 });
    const empty = `doctor_${process.pid}`;
    await sql`create database ${sql(empty)}`;
    const url = Object.assign(new URL(world.ownerUrl), { pathname: `/${empty}` }).href;
    expect(about(await look({ DATABASE_URL: url }), "migrations")).toMatchObject([
      { state: "problem", says: expect.stringMatching(/^(\d+) of \1 are not done yet$/) },
    ]);
    await sql`drop database ${sql(empty)} with (force)`;
    await sql.end();
  });
});

describe("what is measured", () => {
  it("is a problem only beyond its limit", () => {
    expect([1_900, -1_900, 2_100, -2_100].map((ms) => clockFinding(ms).state)).toEqual([
      "good",
      "good",
      "problem",
      "problem",
    ]);
    expect(clockFinding(2_100).says).toBe("PostgreSQL's is 2.1 s ahead");
    expect([5e9, 1e9].map((bytes) => roomFinding("/data", bytes).state)).toEqual(["good", "problem"]);
  });

  it("tells a Redis that may drop jobs from one that forgets at a restart", () => {
    const info = (policy: string, aof: 0 | 1) =>
      `redis_version:8.2.1\r\nmaxmemory_policy:${policy}\r\naof_enabled:${aof}\r\nrdb_saves:0\r\n`;
    const states = (text: string) => findingsOf(text).map(({ state }) => state);
    expect(states(info("noeviction", 1))).toEqual(["good", "good", "good"]);
    expect(states(info("allkeys-lru", 0))).toEqual(["good", "problem", "note"]);
    expect(states("redis_version:5.0.14\r\n")[0]).toBe("problem");
  });
});
