import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, mkdirSync, readlinkSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";

/** May any user of this machine walk into this folder? It need not exist yet. */
export function everybodyCanEnter(folder: string): boolean {
  const open = !existsSync(folder) || (statSync(folder).mode & 0o001) !== 0;
  const parent = dirname(folder);
  return open && (parent === folder || everybodyCanEnter(parent));
}

/**
 * A folder of ours into which another system user can walk. Below a closed home that is one under /var/tmp, and
 * `folder` becomes a link to it.
 * @throws SetupProblem
 */
export function reachableFolder(folder: string): string {
  const wanted = resolve(folder);
  if (lstatSync(wanted, { throwIfNoEntry: false })?.isSymbolicLink()) return ownFolder(readlinkSync(wanted));
  openTemporary(dirname(wanted));
  if (everybodyCanEnter(dirname(wanted))) return ownFolder(wanted);
  if (existsSync(wanted)) {
    throw new SetupProblem(
      `PostgreSQL's user cannot reach ${wanted}: start as the user who made it, or run: npm run reset`,
    );
  }
  const outside = ownFolder(join("/var/tmp", `peyk-${createHash("sha256").update(wanted).digest("hex").slice(0, 12)}`));
  mkdirSync(dirname(wanted), { recursive: true });
  symlinkSync(outside, wanted);
  return outside;
}

/** Throw-away folders are closed by habit. Ours may be walked through, rather than that a link leaves data elsewhere. */
function openTemporary(folder: string): void {
  if (folder === tmpdir() || !folder.startsWith(tmpdir()) || !existsSync(folder)) return;
  openTemporary(dirname(folder));
  const { uid, mode } = statSync(folder);
  if (uid === process.getuid?.() && (mode & 0o001) === 0) chmodSync(folder, mode | 0o011);
}

/**
 * A folder that others may pass through but not list. /var/tmp belongs to everybody and our names there can be
 * guessed, so whoever made the folder must have been us.
 * @throws SetupProblem when it is somebody else's
 */
export function ownFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new SetupProblem(`${folder} belongs to somebody else: remove it, then start again.`);
  }
  chmodSync(folder, 0o711);
  return folder;
}
