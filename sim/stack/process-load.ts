import { readFileSync } from "node:fs";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { childrenOf } from "#sim/stack/process-info";

/** What a process and its children have cost. */
export type Load = { cpuSeconds: Seconds; peakMb: number };

export type LoadMeter = {
  /** Load by name so far, over all starts of a process. */
  read(): Record<string, Load>;
  stop(): void;
};

const EVERY_MS: Milliseconds = 2_000;
const TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux

/** Looks at `/proc` every two seconds; elsewhere than on Linux all figures stay 0. */
export function measureLoad(pids: Readonly<Record<string, () => number | null>>): LoadMeter {
  const cpuOf = new Map<string, number>(); // by name and process id, so that a process that was started anew adds up
  const peakOf = new Map<string, number>();
  const look = () => {
    for (const [name, pidOf] of Object.entries(pids)) {
      const pid = pidOf();
      if (pid === null) continue;
      const family = [pid, ...childrenOf(pid)];
      const own = family.map((one) => cpuSeconds(one, one === pid));
      cpuOf.set(`${name} ${pid}`, Math.max(cpuOf.get(`${name} ${pid}`) ?? 0, sum(own)));
      peakOf.set(name, Math.max(peakOf.get(name) ?? 0, memoryMb(family)));
    }
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    read: () => {
      look();
      const cpu = (name: string) => sum([...cpuOf].flatMap(([key, s]) => (key.startsWith(`${name} `) ? s : [])));
      return Object.fromEntries(
        Object.keys(pids).map((name) => [name, { cpuSeconds: cpu(name), peakMb: peakOf.get(name) ?? 0 }]),
      );
    },
    stop: () => clearInterval(timer),
  };
}

/** What a process and its children hold now, in MB. */
export const memoryMbOf = (pid: number): number => memoryMb([pid, ...childrenOf(pid)]);

/** The parent's figure includes the children that have ended. */
function cpuSeconds(pid: number, withEnded: boolean): number {
  const fields = (procFile(pid, "stat").split(") ").at(-1) ?? "").split(" ");
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map((text) => Number(text) || 0);
  const own = (user ?? 0) + (system ?? 0);
  return (own + (withEnded ? (endedUser ?? 0) + (endedSystem ?? 0) : 0)) / TICKS_PER_SECOND;
}

/** What each has for itself, and what they share counted once. */
function memoryMb(family: readonly number[]): number {
  const statuses = family.map((pid) => procFile(pid, "status"));
  const kb = (status: string, field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
  const own = statuses.map((status) => kb(status, "RssAnon") + kb(status, "RssFile"));
  const files = statuses.map((status) => kb(status, "RssFile"));
  const shared = statuses.map((status) => kb(status, "RssShmem"));
  return (sum(own) - sum(files) + Math.max(0, ...files) + Math.max(0, ...shared)) / 1_024;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function procFile(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return ""; // it has just ended
  }
}
