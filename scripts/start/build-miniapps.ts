import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { SetupProblem } from "#sim/stack/setup-problem";

const SOURCES = ["miniapps", "shared", "bun.lock"];

/** Builds the pages that the API serves, unless they are newer than everything that goes into them. */
export async function buildMiniapps(root: string): Promise<void> {
  const built = join(root, "dist", "miniapps");
  const builtAtMs = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (SOURCES.every((source) => newestMs(join(root, source)) < builtAtMs)) return;

  const vite = [join(root, "node_modules", ".bin", "vite"), "build", join(root, "miniapps"), "--logLevel", "warn"];
  const env = { ...process.env, NODE_ENV: "production" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--bun", ...vite], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new SetupProblem(`The mini-apps could not be built:\n${stdout}${stderr}`);
  utimesSync(built, new Date(), new Date());
}

/** When something below was last changed, added or removed. */
function newestMs(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const below = readdirSync(path).map((name) => newestMs(join(path, name)));
  return Math.max(stats.mtimeMs, ...below);
}
