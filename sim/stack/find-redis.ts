import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { SetupProblem } from "./setup-problem";

const PROGRAMS = ["redis-server", "valkey-server"];
// Package managers leave servers outside an ordinary user's PATH on some systems.
const MORE_FOLDERS = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

const INSTALLERS = [
  {
    program: "apt-get",
    steps: [
      ["update", "-qq"],
      ["install", "-y", "-qq", "--no-install-recommends", "redis-server"],
    ],
  },
  { program: "dnf", steps: [["install", "-y", "-q", "valkey"]] },
  { program: "apk", steps: [["add", "--quiet", "redis"]] },
  { program: "brew", steps: [["install", "--quiet", "redis"]] },
];

/**
 * A Redis or Valkey server on this machine, installed by the system's package manager when there is none.
 * @throws SetupProblem
 */
export function findRedis(say: (line: string) => void): string {
  const found = PROGRAMS.map(onPath).find(Boolean);
  if (found) return found;
  const installer = INSTALLERS.find(({ program }) => onPath(program));
  if (installer) say(`no Redis server on PATH: installing one with ${installer.program}`);
  if (installer) install(installer);
  return PROGRAMS.map(onPath).find(Boolean) ?? refuse(installer?.program);
}

const onPath = (program: string): string | undefined =>
  [...(process.env.PATH ?? "").split(delimiter), ...MORE_FOLDERS]
    .map((folder) => join(folder, program))
    .find(isProgram);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install({ program, steps }: (typeof INSTALLERS)[number]): void {
  // Homebrew refuses root; the others want it. `-n`: never stop at a password prompt that nobody sees.
  const asRoot = process.getuid?.() === 0 || program === "brew" ? [] : ["sudo", "-n"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const step of steps) {
    const [command, ...args] = [...asRoot, program, ...step];
    if (spawnSync(command!, args, { env, stdio: ["ignore", "ignore", "pipe"] }).status !== 0) return;
  }
}

function refuse(program: string | undefined): never {
  const step = INSTALLERS.find((one) => one.program === program)
    ?.steps.at(-1)
    ?.filter((word) => !word.startsWith("-"));
  const hint = step
    ? `run \`${program === "brew" ? "" : "sudo "}${program} ${step.join(" ")}\``
    : "install Redis 7 or newer";
  throw new SetupProblem(`No Redis server found: ${hint}, or set REDIS_URL, then start again.`);
}
