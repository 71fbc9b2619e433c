// The first thing that runs on a fresh machine, so it is plain Node and imports nothing that must be installed first.
// It brings Bun, installs what bun.lock says, and hands over to scripts/<command>.ts, or to the file that is named. Flags
// before that are Bun's own.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const tools = join(root, ".tools");
const [wanted] = /\d+\.\d+\.\d+/.exec(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager);
const words = process.argv.slice(2);
const commandAt = words.findIndex((word) => !word.startsWith("--"));
const [flags, command, args] = [words.slice(0, commandAt), words[commandAt], words.slice(commandAt + 1)];

const bun = bunOnPath() ?? bunInTools() ?? installBun();
installPackages(bun);
handOver(bun);

function bunOnPath() {
  return isNewEnough(versionOf("bun")) ? "bun" : undefined;
}

/** npm may be told not to run install scripts; then the program lies where its platform's package put it. */
function bunInTools() {
  const modules = join(tools, "node_modules");
  const platforms = existsSync(join(modules, "@oven")) ? readdirSync(join(modules, "@oven")) : [];
  const inPlatform = platforms.flatMap((name) =>
    ["bun", "bun.exe"].map((file) => join(modules, "@oven", name, "bin", file)),
  );
  return [join(modules, ".bin", "bun"), ...inPlatform].find((file) => versionOf(file) === wanted);
}

function installBun() {
  const npm = [
    "install",
    "--prefix",
    tools,
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    `bun@${wanted}`,
  ];
  step(`bringing Bun ${wanted} into .tools with npm`, "npm", npm, "check the network, then run the same command again");
  return (
    bunInTools() ?? fail(`Bun ${wanted} does not run on this machine: install it from https://bun.sh, then try again.`)
  );
}

function installPackages(program) {
  const next = "check the network and that bun.lock is as committed, then run the same command again";
  step("installing packages as bun.lock says", program, ["install", "--frozen-lockfile", "--silent"], next);
}

function handOver(program) {
  const file = command.includes("/") ? command : join("scripts", `${command}.ts`);
  const child = spawn(program, [...flags, file, ...args], { cwd: root, stdio: "inherit" });
  // The terminal sends Ctrl-C to the whole group; only what was sent to us alone must be passed on.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 1_000).unref();
}

function step(what, program, words, next) {
  const start = performance.now();
  const { status, error, stdout, stderr } = spawnSync(program, words, { cwd: root, encoding: "utf8" });
  if (status !== 0) fail(`${what} failed; ${next}.\n${error?.message ?? ""}${stdout ?? ""}${stderr ?? ""}`);
  const seconds = (performance.now() - start) / 1_000;
  if (seconds > 0.5) console.log(`  ${what} … ${seconds.toFixed(1)} s`);
}

function versionOf(program) {
  return spawnSync(program, ["--version"], { encoding: "utf8" }).stdout?.trim();
}

function isNewEnough(version) {
  const [major, minor, patch] = (version ?? "0.0.0").split(".").map(Number.parseFloat);
  const [needMajor, needMinor, needPatch] = wanted.split(".").map(Number);
  return major === needMajor && (minor > needMinor || (minor === needMinor && patch >= needPatch));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
