import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { roomsOf } from "#miniapps/build/rooms.ts";
import { SetupProblem } from "#shared/kernel/setup-problem";

const SOURCES = ["miniapps", "shared", "package.json", "bun.lock"];
const KEPT_BUILDS = 6;

/**
 * Builds the pages that the API serves, unless exactly these sources were built before. Each build has a folder of its
 * own, so that whoever serves an older one is not disturbed.
 * @returns the folder, for `MINIAPPS_FOLDER`
 * @throws SetupProblem with what the bundler says
 */
export function buildMiniapps(root: string): string {
  const builds = join(root, "dist", "builds");
  const built = join(builds, hashOf(root, process.env.MINIAPPS ?? ""));
  if (existsSync(built)) return built;
  mkdirSync(builds, { recursive: true });
  const fresh = mkdtempSync(join(builds, "."));
  for (const room of roomsOf(join(root, "miniapps"))) buildRoom(root, room, fresh);
  keep(fresh, built);
  forgetOld(builds, built);
  return built;
}

/** @throws SetupProblem with what the bundler says */
function buildRoom(root: string, room: string, folder: string): void {
  const vite = join(root, "node_modules", ".bin", "vite");
  const options = ["--outDir", folder, "--emptyOutDir=false", "--logLevel", "warn"];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--bun", vite, "build", join(root, "miniapps"), ...options],
    { cwd: root, env: { ...process.env, NODE_ENV: "production", MINIAPPS: room }, encoding: "utf8" },
  );
  if (status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new SetupProblem(`The mini-app ${room} could not be built:\n${stdout}${stderr}`);
}

/** Two who build at the same time build the same: the second one's is thrown away. */
function keep(fresh: string, built: string): void {
  try {
    renameSync(fresh, built);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(built)) throw error;
  }
}

function forgetOld(builds: string, current: string): void {
  const byAge = readdirSync(builds)
    .filter((name) => !name.startsWith("."))
    .map((name) => join(builds, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const old of byAge.slice(KEPT_BUILDS)) if (old !== current) rmSync(old, { recursive: true, force: true });
}

function hashOf(root: string, only: string): string {
  const hash = createHash("sha256").update(only);
  for (const source of SOURCES)
    for (const file of filesBelow(join(root, source))) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.includes(".spec."))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
