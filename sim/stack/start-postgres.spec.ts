import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRunning } from "./process-info";
import type { Server } from "./server";
import { startPostgres } from "./start-postgres";

// Below a home that nobody else may enter, where PostgreSQL's own user could not even see its data.
const home = mkdtempSync(join(homedir(), ".peyk-closed-home-"));
const dataDir = join(home, "project", ".data", "postgres");
const password = "spaces & ünicode: all right";
const start = (port = 0) => startPostgres({ dataDir, port, password });

let server: Server;
beforeAll(async () => {
  chmodSync(home, 0o700);
  mkdirSync(join(dataDir, ".."), { recursive: true });
  server = await start();
  await query((sql) => sql`create table kept (word text)`);
});
afterAll(async () => {
  await server.stop();
  rmSync(realpathSync(dataDir), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

async function query<T>(ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  return ask(sql).finally(() => sql.end());
}

describe("a PostgreSQL of our own", () => {
  it("loses nothing that was committed when it is killed", async () => {
    await query((sql) => sql`insert into kept values ('before the power cut')`);
    await server.kill9();
    server = await start();
    expect(await query((sql) => sql`select word from kept`)).toEqual([{ word: "before the power cut" }]);
  });

  it("comes back on the port where its clients look for it", async () => {
    const { port } = new URL(server.url);
    await server.stop();
    server = await start(Number(port));
    expect(new URL(server.url).port).toBe(port);
  });

  it("ends the server that a killed run left on the same data", async () => {
    const leftover = server;
    server = await start();
    expect(isRunning(leftover.pid!)).toBe(false);
    expect(await query((sql) => sql`select count(*)::int as rows from kept`)).toEqual([{ rows: 1 }]);
  });

  it("lets nobody in without the password", async () => {
    const stranger = new URL(server.url);
    stranger.password = "guessed";
    const sql = postgres(stranger.href, { max: 1 });
    await expect(sql`select 1`).rejects.toMatchObject({ code: "28P01" });
    await sql.end();
  });

  it("begins afresh when the first start was interrupted", async () => {
    const interrupted = mkdtempSync(join(tmpdir(), "peyk-interrupted-"));
    mkdirSync(join(interrupted, "cluster.new", "base"), { recursive: true });
    const other = await startPostgres({ dataDir: interrupted, port: 0 });
    await other.stop();
    expect(readdirSync(interrupted)).not.toContain("cluster.new");
    rmSync(interrupted, { recursive: true });
  });
});
