import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Does a process with this id run? A zombie, whose parent has not yet noticed, counts as gone. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return processState(pid) !== "Z";
}

/** The command line of a process, or "" when it is gone: tells a leftover of ours from a stranger with the same id. */
export function commandLine(pid: number): string {
  if (existsSync("/proc/self")) return readProc(pid, "cmdline").replaceAll("\0", " ").trim();
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}

/** Children of a process, where the system can tell (Linux); elsewhere none. */
export const childrenOf = (pid: number): number[] =>
  readProc(pid, `task/${pid}/children`).split(" ").filter(Boolean).map(Number);

/** @returns whether all of them went within the time */
export async function goneWithin(timeoutMs: number, ...pids: number[]): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (pids.some(isRunning)) {
    if (performance.now() > end) return false;
    await pause(10);
  }
  return true;
}

/** Send a signal; a process that is already gone is no problem. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

// The name in brackets may hold spaces and brackets itself, so the state is what follows the last one.
const processState = (pid: number): string | undefined => readProc(pid, "stat").split(") ").at(-1)?.[0];

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
