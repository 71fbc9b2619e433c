import { existsSync, readFileSync, renameSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { causeIn } from "#sim/stack/cause-in";
import { goneWithin, isRunning, signal } from "#sim/stack/process-info";
import { endOf, spawnServer } from "#sim/stack/spawn-server";
import type { Running } from "./supervisor";

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 8_000;

export type ProcessRow = {
  name: string;
  /** A file for Bun to run, from the project's root, and its arguments. */
  run: string[];
  env: Record<string, string | undefined>;
  /** Answers 200 when the process is ready for work. Without one it is ready at once. */
  readyUrl?: string;
  /** Once it is ready, each time that it was started. */
  afterwards?: () => Promise<void>;
};

type Place = {
  root: string;
  logs: string;
  /** Ends the waiting for an answer. */
  stopping?: AbortSignal;
};

/** @throws SetupProblem when the process falls before it is ready, with the cause from its log */
export async function startProcess(row: ProcessRow, place: Place): Promise<Running> {
  const logFile = `${place.logs}/${row.name}.log`;
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.old`);
  const child = spawnServer({
    command: process.execPath,
    args: row.run,
    env: row.env,
    logFile,
    cwd: place.root,
    deathSignal: "SIGTERM",
  });
  const ended = endOf(child);
  const pid = child.pid!;
  if (row.readyUrl && !(await answers(row.readyUrl, pid, place.stopping))) {
    await end(pid);
    throw new SetupProblem(
      `${row.name} did not become ready: ${causeIn(readFileSync(logFile, "utf8"))} (all of it: ${logFile})`,
    );
  }
  await row.afterwards?.();
  return { pid, ended, stop: () => end(pid) };
}

async function answers(url: string, pid: number, stopping?: AbortSignal): Promise<boolean> {
  const limit = performance.now() + READY_LIMIT_MS;
  while (isRunning(pid) && !stopping?.aborted && performance.now() < limit) {
    const reply = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (reply?.ok) return true;
    await pause(50);
  }
  return false;
}

async function end(pid: number): Promise<void> {
  if (!isRunning(pid)) return;
  signal(pid, "SIGTERM");
  if (await goneWithin(STOP_LIMIT_MS, pid)) return;
  signal(pid, "SIGKILL");
  await goneWithin(STOP_LIMIT_MS, pid);
}
