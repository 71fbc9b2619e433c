import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buildMiniapps } from "#sim/stack/build-miniapps";
import { findChromium } from "#sim/stack/find-chromium";
import { findRedis } from "#sim/stack/find-redis";
import { importRuleCommand } from "./import-rule";
import { explain, say, step } from "./start/say";
import { type Count, countTests, countTogether, filesToTryAgain, type VitestReport } from "./test/count-tests";

const root = join(import.meta.dir, "..");
const bin = (name: string) => join(root, "node_modules", ".bin", name);
const tsc = (project: string) => [
  process.execPath,
  "--bun",
  join(root, "node_modules/typescript-native/bin/tsc"),
  "-p",
  project,
];

type Check = { name: string; command: string[] };
const checks: Check[] = [
  { name: "Biome: format and lint", command: [bin("biome"), "ci", "--colors=off", "--max-diagnostics=50"] },
  ...[".", "miniapps", "sim/telegram/page"]
    .filter(hasTsconfig)
    .map((project) => ({ name: `TypeScript: ${project}`, command: tsc(project) })),
  { name: "import rule between rooms", command: importRuleCommand(root) },
];

function hasTsconfig(project: string): boolean {
  return existsSync(join(root, project, "tsconfig.json"));
}

function passes({ name, command: [program, ...args] }: Check): boolean {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program!, args, { cwd: root, encoding: "utf8" });
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  say(`${status === 0 ? "✓" : "✗"} ${name} … ${seconds} s`);
  if (status !== 0) console.log(stdout, stderr, error ?? "");
  return status === 0;
}

/** Arguments narrow the run, as in `npm test -- api/domain`. What fails is run once more by itself, and named. */
function runTests(args: string[]): Count {
  const { report, status } = runVitest(args);
  const again = filesToTryAgain(report);
  if (!report || again.length === 0) return countTests(report, status);
  const names = again.map((name) => relative(root, name)).join(", ");
  say(`failed, and now once more by themselves: ${names}`);
  const second = runVitest(again);
  const count = countTogether(report, countTests(second.report, second.status));
  if (count.failed === 0) say(`only passed alone, which is a fault to be looked into: ${names}`);
  return count;
}

function runVitest(args: string[]): { report: VitestReport | undefined; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), "peyk-report-"));
  const report = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, ["--bun", bin("vitest"), "run", ...reporters, ...args], {
    cwd: root,
    stdio: "inherit",
  });
  const written = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
  rmSync(folder, { recursive: true });
  return { report: written, status };
}

async function test(): Promise<Count> {
  await step("looking for a Redis server", async () => findRedis(say));
  await step("looking for Chromium", async () => findChromium(say));
  await step("building the mini-apps", async () => buildMiniapps(root));
  const passed = checks.filter(passes).length;
  const tests = await step("all tests", async () => runTests(process.argv.slice(2)));
  return { passed: passed + tests.passed, failed: checks.length - passed + tests.failed };
}

const count = await test().catch((error: unknown) => {
  console.error(explain(error));
  return { passed: 0, failed: 1 };
});
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
