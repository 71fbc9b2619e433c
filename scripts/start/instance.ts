import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { commandLine, goneWithin, isRunning, signal } from "#sim/stack/process-info";
import { SetupProblem } from "#sim/stack/setup-problem";

type Running = { name: string; pid: number };
type Record = { supervisor: number; children: Running[] };

const LEFTOVER_LIMIT_MS = 5_000;
/** In the command line of everything that we start; tells ours from a stranger that got the same process id. */
const OURS = /bun|postgres|redis|valkey/;

export type Instance = { remember(child: Running): void; release(): void };

/**
 * One start per data folder. A start that still runs is named; what a killed one left behind is ended.
 * @throws SetupProblem
 */
export async function claimInstance(file: string): Promise<Instance> {
  const former = readRecord(file);
  if (former && isRunning(former.supervisor) && commandLine(former.supervisor).includes("start.ts")) {
    throw new SetupProblem(
      `Peyk already runs from this folder: stop it with Ctrl-C where it runs, or with: kill ${former.supervisor}`,
    );
  }
  for (const child of former?.children ?? []) await endLeftover(child.pid);

  const record: Record = { supervisor: process.pid, children: [] };
  const write = () => writeFileSync(file, JSON.stringify(record));
  mkdirSync(dirname(file), { recursive: true });
  write();
  return {
    remember(child) {
      record.children = [...record.children.filter(({ name }) => name !== child.name), child];
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

function readRecord(file: string): Record | undefined {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined; // cut off while it was written
  }
}

async function endLeftover(pid: number): Promise<void> {
  if (!isRunning(pid) || !OURS.test(commandLine(pid))) return;
  signal(pid, "SIGTERM");
  if (!(await goneWithin(LEFTOVER_LIMIT_MS, pid))) signal(pid, "SIGKILL");
}
