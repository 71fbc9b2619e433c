import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createClock } from "#shared/kernel/clock";
import { startTelegram, type Telegram } from "#sim/telegram/start-telegram";
import { removeData } from "../start/open-data";

const root = join(import.meta.dirname, "..", "..");
const data = mkdtempSync(join(tmpdir(), "peyk-live-"));
const { DATABASE_URL: _, REDIS_URL: __, NODE_ENV: ___, ...env } = process.env;
let telegram: Telegram;
let running: ChildProcess;
let said = "";

beforeAll(async () => {
  telegram = await startTelegram({ clock: createClock(Date.now, { originMs: 0, realOriginMs: 0, speed: 1 }) });
  const tokens = ["order", "courier", "staff"].map((name) =>
    telegram.createBot({ username: `real_${name}_bot`, name: `Real ${name}` }),
  );
  const answers = [...tokens, "Choyxona", "Asia/Samarkand", "Samarqand", "UZS", "uz", ""];
  const own = { ...env, DATA_FOLDER: data, TELEGRAM_API_ROOT: telegram.url };
  running = spawn(process.execPath, ["scripts/start.ts", "--tokens"], { cwd: root, env: own });
  for (const stream of [running.stdout, running.stderr]) stream?.on("data", (text) => (said += text));
  running.stdin!.end(answers.map((answer) => `${answer}\n`).join(""));
  const isLive = () => expect(said).toContain("while there is no owner");
  await vi.waitFor(isLive, { timeout: 150_000, interval: 100 });
}, 180_000);
afterAll(async () => {
  if (running.exitCode === null && running.kill("SIGTERM")) await once(running, "exit");
  await telegram.stop();
  removeData(data);
  rmSync(data, { recursive: true, force: true });
}, 40_000);

const phoneOf = (id: number, firstName: string) =>
  telegram.client.person({ id, firstName, phone: `+99890${id}`, languageCode: "en" });

describe("npm start -- --tokens", () => {
  it("brings three bots to life, and says that each of them hears", () => {
    for (const name of ["order", "courier", "staff"]) {
      expect(said).toContain(`✓ @real_${name}_bot`);
      expect(said).toContain(`https://t.me/real_${name}_bot`);
    }
    expect(said.match(/hears: by polling/g)).toHaveLength(3);
  });

  it("lets whoever opens the invitation first in as the owner, and nobody else", async () => {
    const link = /first is the owner.*: (https:\S+)/.exec(said)![1]!;
    const owner = await (await phoneOf(1_000_101, "Nodira")).follow(link);
    await owner.sees(/Nodira[\s\S]*owner/i);
    await owner.shows(({ commands }) => commands.some(({ command }) => command === "invite"));
    const late = await (await phoneOf(1_000_102, "Aziz")).follow(link);
    await late.sees(/link/i);
  });

  it("greets a customer before there is anything to order", async () => {
    const chat = await (await phoneOf(1_000_103, "Dilnoza")).open("real_order_bot");
    await chat.start();
    await chat.sees(/Dilnoza|Choyxona|order|language/i);
  });

  it("keeps tokens sealed, and remembers what was said for the next start", () => {
    const live = join(data, "live.json");
    expect(JSON.parse(readFileSync(live, "utf8"))).toEqual({ TELEGRAM_API_ROOT: telegram.url, BOTS_MODE: "polling" });
    expect(statSync(live).mode & 0o077).toBe(0);
  });
});
