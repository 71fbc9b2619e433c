import { chmodSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRunning } from "#sim/stack/process-info";

const NAME = /^peyk-test-(\d+)$/;

/** A folder for the servers of this test run; those of runs that were killed before they could tidy up are removed. */
export function runFolder(): string {
  for (const name of readdirSync(tmpdir())) removeIfAbandoned(name);
  const folder = join(tmpdir(), `peyk-test-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  chmodSync(folder, 0o711); // as root, the user of PostgreSQL must be able to pass
  return folder;
}

function removeIfAbandoned(name: string): void {
  const [, pid] = NAME.exec(name) ?? [];
  if (!pid || isRunning(Number(pid))) return;
  try {
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  } catch {
    // Another user's, who will remove it.
  }
}
