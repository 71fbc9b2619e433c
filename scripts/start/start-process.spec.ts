import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freePort } from "#sim/stack/free-port";
import { isRunning } from "#sim/stack/process-info";
import { startProcess } from "./start-process";

const root = mkdtempSync(join(tmpdir(), "peyk-process-"));
const place = { root, logs: join(root, "logs") };
afterAll(() => rmSync(root, { recursive: true }));

const program = (name: string, text: string) => {
  writeFileSync(join(root, name), text);
  return [name];
};

describe("starting one of our processes", () => {
  it("waits until it answers, and stops it", async () => {
    const port = await freePort();
    const run = program(
      "good.ts",
      `Bun.serve({ port: ${port}, hostname: "127.0.0.1", fetch: () => new Response("ready") });`,
    );
    const running = await startProcess(
      { name: "good", run, env: process.env, readyUrl: `http://127.0.0.1:${port}` },
      place,
    );
    await running.stop();
    expect(await running.ended).toBe("SIGTERM");
    expect(isRunning(running.pid!)).toBe(false);
  });

  it("names the cause that it wrote when it falls before it is ready", async () => {
    const run = program("bad.ts", 'console.error("first");\nthrow new Error("the port is taken");');
    const row = { name: "bad", run, env: process.env, readyUrl: "http://127.0.0.1:1" };
    await expect(startProcess(row, place)).rejects.toThrow(
      /^bad did not become ready: error: the port is taken .*bad\.log/,
    );
  });
});
