import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "#drizzle/migrate";
import type { Server } from "#sim/stack/server";
import { startPostgres } from "#sim/stack/start-postgres";
import { placed } from "#sim/testing/place";
import { createWorldOn, type World } from "#sim/testing/world";
import { removeData } from "../start/open-data";
import { loadSecrets } from "../start/secrets";
import { ensureDatabase } from "../start/servers";
import { restore } from "./restore";
import { backupsIn, takeBackup } from "./take-backup";

const folder = mkdtempSync(join(tmpdir(), "peyk-backup-"));
const [data, elsewhere, to] = ["data", "elsewhere", "backups"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const at = new Date("2026-03-02T07:00:00Z");
const pictures = join(data, "storage");
let server: Server;
let world: World;
let backup = "";

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const { POSTGRES_PASSWORD: password } = loadSecrets(join(data, "secrets.json"));
  server = await startPostgres({ dataDir: join(data, "postgres"), port: 0, password });
  const url = await ensureDatabase(server.url);
  await migrate(url);
  const { redisUrl } = inject("servers");
  const database = { ownerUrl: url, appUrl: url, redisUrl, redisPrefix: `backup_${process.pid}`, drop: async () => {} };
  world = await createWorldOn(database);
}, 90_000);
afterAll(async () => {
  await world.close();
  await server.kill9();
  for (const one of [data, elsewhere]) if (existsSync(one)) removeData(one);
  rmSync(folder, { recursive: true });
});

type Acknowledged = { id: string; lsn: string };

/** Orders one after the other until told to stop. `lsn` is how far the log had come when the API had said yes. */
function keepOrdering(): { acknowledged: Acknowledged[]; stop(): Promise<void> } {
  const acknowledged: Acknowledged[] = [];
  let on = true;
  const ordering = (async () => {
    while (on) {
      const { id } = await placed(world);
      const [row] = await world.owner<{ lsn: string }[]>`select pg_current_wal_flush_lsn()::text as lsn`;
      acknowledged.push({ id, lsn: row!.lsn });
    }
  })();
  const stop = () => {
    on = false;
    return ordering;
  };
  return { acknowledged, stop };
}

const numberOf = (lsn: string): bigint => {
  const [high, low] = lsn.split("/").map((part) => BigInt(`0x${part}`));
  return (high! << 32n) + low!;
};
const installation = { data, databaseUrl: undefined, pictures };
const target = { data: elsewhere, databaseUrl: undefined, pictures: join(elsewhere, "storage") };
const restoreHere = (change = {}) => restore({ ...target, folder: backup, at, sure: () => true, ...change });

describe("a backup that is taken while orders are placed", () => {
  it("holds every order that was acknowledged before its end, and every picture", { timeout: 60_000 }, async () => {
    writeFileSync(join(pictures, "door.jpg"), "a blue gate");
    const ordering = keepOrdering();
    await expect.poll(() => ordering.acknowledged.length).toBeGreaterThan(2);
    const before = ordering.acknowledged.length;
    backup = await takeBackup({ ...installation, to, at });
    await ordering.stop();

    const { lsn } = JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8")) as { lsn: string };
    const owed = ordering.acknowledged.filter((order) => numberOf(order.lsn) <= numberOf(lsn)).map(({ id }) => id);
    expect(owed.length).toBeGreaterThan(before);

    const { facts, former } = await restoreHere();
    expect(former).toEqual([]);
    expect(facts.orders).toBeGreaterThanOrEqual(owed.length);
    const { POSTGRES_PASSWORD: password } = loadSecrets(join(elsewhere, "secrets.json"));
    const restored = await startPostgres({ dataDir: join(elsewhere, "postgres"), port: 0, password });
    const sql = postgres(await ensureDatabase(restored.url), { max: 1 });
    const there = new Set((await sql<{ id: string }[]>`select id from orders`).map(({ id }) => id));
    await sql.end();
    await restored.stop();
    expect(owed.filter((id) => !there.has(id))).toEqual([]);
    expect(readFileSync(join(elsewhere, "storage", "door.jpg"), "utf8")).toBe("a blue gate");
  });
});

describe("going back to it", () => {
  it("asks before it replaces anything, and keeps what was there", { timeout: 60_000 }, async () => {
    await expect(restoreHere({ sure: () => false })).rejects.toThrow(/^Nothing was changed.*--yes/);
    writeFileSync(join(elsewhere, "storage", "later.jpg"), "taken since");
    const { former } = await restoreHere();
    expect(existsSync(join(elsewhere, "storage", "later.jpg"))).toBe(false);
    const storage = former.find((path) => path.includes("storage"))!;
    expect(readFileSync(join(storage, "later.jpg"), "utf8")).toBe("taken since");
  });

  it("is refused while Peyk runs", async () => {
    const running = spawn("sleep", ["60"], { argv0: "bun scripts/start.ts", stdio: "ignore" });
    writeFileSync(join(elsewhere, "running.json"), JSON.stringify({ supervisor: running.pid, children: [] }));
    await expect(restoreHere()).rejects.toThrow(/already runs/);
    running.kill();
    await once(running, "exit");
  });

  it("is refused when one byte of the backup is not as it was taken", async () => {
    const file = join(backup, "postgres", "PG_VERSION");
    const whole = readFileSync(file);
    appendFileSync(file, " ");
    await expect(restoreHere()).rejects.toThrow(/damaged \(postgres\/PG_VERSION has changed\): nothing was changed/);
    rmSync(file);
    await expect(restoreHere()).rejects.toThrow(/PG_VERSION is missing/);
    writeFileSync(file, whole);
    writeFileSync(join(backup, "stranger"), "");
    await expect(restoreHere()).rejects.toThrow(/stranger is not of it/);
    rmSync(join(backup, "stranger"));
  });

  it("is refused for what is no backup, or one of a newer Peyk", async () => {
    await expect(restoreHere({ folder: pictures })).rejects.toThrow(/is no backup.*bun run backup/);
    const file = join(backup, "manifest.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(text), migrations: 100_000 }));
    await expect(restoreHere()).rejects.toThrow(/newer Peyk/);
    writeFileSync(file, text);
  });
});

describe("a backup that fails", () => {
  it("leaves nothing that looks like one", async () => {
    const nothing = { data: join(folder, "nothing"), databaseUrl: undefined, pictures: null };
    await expect(takeBackup({ ...nothing, to: join(folder, "none"), at })).rejects.toThrow(/There is no database/);
    expect(backupsIn(join(folder, "none"))).toEqual([]);
  });
});
