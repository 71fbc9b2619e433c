import { setTimeout as pause } from "node:timers/promises";
import { isRunning, signal } from "./process-info";
import type { Server } from "./server";
import { endOf, spawnServer } from "./spawn-server";

/** Something that can be killed and brought back, any number of times. */
export type Victim = {
  kill9(): Promise<void>;
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
  /** Times it ended although nobody killed it: a crash is a finding. */
  crashes(): number;
  /** `null` while it is down, or not ours. */
  pid(): number | null;
};

type OurProcess = {
  name: string;
  file: string;
  args?: readonly string[];
  /** Asked anew with each start. */
  env: () => Record<string, string>;
  readyUrl?: string;
  logFile: string;
  root: string;
};

const PORT_WAIT_MS = 100;

/** Postgres or Redis as a victim: it comes back where its clients look for it, once the system lets go of the port. */
export function serverVictim(begin: () => Promise<Server>): Victim & { url(): string } {
  let server: Server | null = null;
  let home: string | null = null;
  return {
    url: () => server!.url,
    async start() {
      server = await begin();
      home ??= server.url;
      while (server.url !== home) {
        await server.kill9();
        await pause(PORT_WAIT_MS);
        server = await begin();
      }
    },
    kill9: async () => server?.kill9(),
    stop: async () => server?.stop(),
    freeze: () => {},
    thaw: () => {},
    crashes: () => 0,
    pid: () => server?.pid ?? null,
  };
}

/** A busy machine is slow; nothing waits longer than it must. */
const READY_LIMIT_MS = 120_000;

/** One of our own processes, run by Bun. Killed with -9 and started anew, without a word to its neighbours. */
export function processVictim({ name, file, args = [], env, readyUrl, logFile, root }: OurProcess): Victim {
  let pid: number | null = null;
  let ended: Promise<string> = Promise.resolve("");
  let crashes = 0;

  const run = () => {
    const child = spawnServer({
      command: process.execPath,
      args: [file, ...args],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env() },
      logFile,
      cwd: root,
      deathSignal: "SIGKILL",
    });
    const mine = child.pid!;
    pid = mine;
    ended = endOf(child);
    // Dead while we still think it ours: nobody killed it, so a supervisor brings it back.
    void ended.then(() => {
      if (pid !== mine) return;
      crashes += 1;
      run();
    });
  };
  const end = async (by: NodeJS.Signals) => {
    if (pid === null) return;
    const mine = pid;
    pid = null;
    signal(mine, "SIGCONT"); // a frozen process hears nothing but -9
    signal(mine, by);
    await ended;
  };

  return {
    kill9: () => end("SIGKILL"),
    async start() {
      run();
      const limit = performance.now() + READY_LIMIT_MS;
      while (readyUrl && performance.now() < limit) {
        const reply = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
        if (reply?.ok) return;
        await pause(50);
      }
      if (readyUrl) throw new Error(`${name} did not become ready; see ${logFile}`);
    },
    freeze: () => pid !== null && isRunning(pid) && signal(pid, "SIGSTOP"),
    thaw: () => pid !== null && isRunning(pid) && signal(pid, "SIGCONT"),
    stop: () => end("SIGTERM"),
    crashes: () => crashes,
    pid: () => pid,
  };
}
