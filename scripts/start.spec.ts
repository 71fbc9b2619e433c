import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { goneWithin } from "#sim/stack/process-info";
import { removeData } from "./start/open-data";

const root = join(import.meta.dirname, "..");
const data = mkdtempSync(join(tmpdir(), "peyk-start-"));
const { DATABASE_URL: _, REDIS_URL: __, NODE_ENV: ___, ...env } = process.env;
let running: ChildProcess | undefined;

/** Runs the start as `npm start -- --quiet` does, until it says where to begin. */
async function start(): Promise<{ page: string; address: string }> {
  let said = "";
  running = spawn(process.execPath, ["scripts/start.ts", "--quiet"], { cwd: root, env: { ...env, DATA_FOLDER: data } });
  for (const stream of [running.stdout, running.stderr]) stream?.on("data", (text) => (said += text));
  await vi.waitFor(() => expect(said).toMatch(/Begin here: .*\n/), { timeout: 60_000, interval: 50 });
  return { page: /Begin here: (\S+)/.exec(said)![1]!, address: /API: (\S+)/.exec(said)![1]! };
}
const childrenNow = (): number[] =>
  JSON.parse(readFileSync(join(data, "running.json"), "utf8")).children.map(({ pid }: { pid: number }) => pid);

afterAll(async () => {
  if (running?.exitCode === null) running.kill("SIGTERM");
  if (running?.exitCode === null) await once(running, "exit");
  removeData(data);
  rmSync(data, { recursive: true, force: true });
});

describe("npm start", () => {
  let address = "";
  const health = async () => (await fetch(`${address}/health/ready`)).status;

  it("brings everything up from an empty folder, and ends every child on Ctrl-C", { timeout: 90_000 }, async () => {
    const started = await start();
    ({ address } = started);
    expect(await health()).toBe(200);
    expect(await (await fetch(started.page)).text()).toContain("<ol>");
    const children = childrenNow();
    expect(children.length).toBeGreaterThanOrEqual(5);

    running!.kill("SIGINT");
    expect(await once(running!, "exit")).toEqual([0, null]);
    expect(await goneWithin(5_000, ...children)).toBe(true);
  });

  it("comes back after everything was killed, and its children did not outlive it", { timeout: 90_000 }, async () => {
    await start();
    const children = childrenNow();
    running!.kill("SIGKILL");
    await once(running!, "exit");

    ({ address } = await start());
    expect(await goneWithin(5_000, ...children)).toBe(true);
    expect(await health()).toBe(200);
  });

  it("starts again what was killed", { timeout: 90_000 }, async () => {
    const victims = childrenNow();
    for (const pid of victims) process.kill(pid, "SIGKILL");
    await vi.waitFor(() => expect(childrenNow().filter((pid) => victims.includes(pid))).toEqual([]), {
      timeout: 60_000,
    });
    await vi.waitFor(async () => expect(await health()).toBe(200), { timeout: 60_000 });
  });
});
