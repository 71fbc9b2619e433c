import { existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";

const MB = 1_000_000;

/** Bytes that an ordinary user may still write where the folder is, or will be. */
export function roomIn(folder: string): number {
  if (!existsSync(folder)) return roomIn(dirname(folder));
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * Better to stop before the work than in the middle of it.
 * @throws SetupProblem that says how much is needed
 */
export function mustHaveRoom(folder: string, neededBytes: number, room = roomIn(folder)): void {
  if (room >= neededBytes) return;
  const [free, needed] = [room, neededBytes].map((bytes) => Math.ceil(bytes / MB));
  throw new SetupProblem(
    `Only ${free} MB are free at ${folder}, ${needed} MB are needed: make room there, or name a folder on another disk.`,
  );
}

/** Bytes of all files in a folder; 0 when there is none. */
export function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, bytes) => sum + bytes, 0);
}
