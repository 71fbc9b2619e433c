import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { causeIn } from "./cause-in";
import { findRedis } from "./find-redis";
import { freePort } from "./free-port";
import { goneWithin, isRunning, signal } from "./process-info";
import type { Server } from "./server";
import { endOf, spawnServer } from "./spawn-server";

const START_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 10_000;

export type RedisOptions = {
  /** For its log and, with `durable`, its data. */
  dataDir: string;
  /** Keep data on disk. Without it the server starts empty every time. */
  durable?: boolean;
  /** A free one is taken when this one is not. */
  port?: number;
  say?: (line: string) => void;
};

/**
 * Start a Redis (or Valkey) of our own, set up the way BullMQ needs it: it never drops a key to make room.
 * @throws SetupProblem
 */
export async function startRedis({ dataDir, durable = false, port, say = () => {} }: RedisOptions): Promise<Server> {
  const program = findRedis(say);
  mkdirSync(dataDir, { recursive: true });
  const chosenPort = await freePort(port ?? 6379);
  const settings = {
    bind: "127.0.0.1",
    port: String(chosenPort),
    dir: dataDir,
    "maxmemory-policy": "noeviction",
    appendonly: durable ? "yes" : "no",
    save: "", // the append-only file is enough; a snapshot doubles the memory while it is written
  };
  const logFile = join(dataDir, "redis.log");
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawnServer({ command: program, args, logFile, cwd: dataDir, deathSignal: "SIGTERM" });

  const ended = endOf(child);
  const url = `redis://127.0.0.1:${chosenPort}`;
  if (!(await answers(url, () => child.exitCode !== null))) {
    throw new SetupProblem(`Redis did not start: ${causeIn(readFileSync(logFile, "utf8"))} (${logFile})`);
  }
  const pid = child.pid!;
  return { url, pid, ended, stop: () => end(pid, "SIGTERM"), kill9: () => end(pid, "SIGKILL") };
}

async function answers(url: string, hasExited: () => boolean): Promise<boolean> {
  const end = performance.now() + START_LIMIT_MS;
  while (!hasExited() && performance.now() < end) {
    if (await pings(url)) return true;
    await pause(15);
  }
  return false;
}

async function pings(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on("error", () => {}); // refused until it listens
  try {
    return (await redis.ping()) === "PONG"; // while it loads its data it answers with an error
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

async function end(pid: number, by: NodeJS.Signals): Promise<void> {
  if (!isRunning(pid)) return;
  signal(pid, by);
  if (await goneWithin(STOP_LIMIT_MS, pid)) return;
  signal(pid, "SIGKILL");
  await goneWithin(STOP_LIMIT_MS, pid);
}
