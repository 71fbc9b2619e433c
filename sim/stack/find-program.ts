import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { unpackDebianPackages, unpackedBefore } from "./unpack-debian-packages";

type PackageManager = "apt-get" | "dnf" | "apk" | "brew";
type Say = (line: string) => void;

export type ProgramWanted = {
  /** For people: "Redis server". */
  what: string;
  /** Any of these will do. */
  programs: [string, ...string[]];
  packages: Record<PackageManager, string[]>;
  /** Names one of the person's own; part of the advice when there is none. */
  variable: string;
};

// Servers lie outside of an ordinary user's PATH on some systems.
const MORE_FOLDERS = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

const INSTALL: Record<PackageManager, string[][]> = {
  "apt-get": [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends"],
  ],
  dnf: [["install", "-y", "-q"]],
  apk: [["add", "--quiet"]],
  brew: [["install", "--quiet"]],
};

/**
 * A program of this machine. A missing one is installed by the system's package manager; where an ordinary user may
 * not install, Debian's packages are unpacked inside the project.
 * @throws SetupProblem that says what to install
 */
export function findProgram(wanted: ProgramWanted, say: Say): string {
  const here = wanted.programs.map(onPath).find(Boolean) ?? unpackedBefore(wanted.programs[0]);
  if (here) return here;
  const manager = (Object.keys(INSTALL) as PackageManager[]).find(onPath);
  const start = performance.now();
  const found = manager && (installed(wanted, manager) ?? unpacked(wanted, manager));
  if (!found)
    throw new SetupProblem(
      `No ${wanted.what} found: ${advice(wanted, manager)}, or set ${wanted.variable}, then try again.`,
    );
  say(`bringing a ${wanted.what} with ${manager} … ${((performance.now() - start) / 1_000).toFixed(1)} s`);
  return found;
}

/** @returns the program's full path, if it can be run */
export const onPath = (program: string): string | undefined =>
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

function installed({ programs, packages }: ProgramWanted, manager: PackageManager): string | undefined {
  // Homebrew refuses root; the others want it. `-n`: never stop at a password prompt that nobody sees.
  const asRoot = process.getuid?.() === 0 || manager === "brew" ? [] : ["sudo", "-n"];
  const [last, ...before] = [...INSTALL[manager]].reverse();
  const steps = [...before.reverse(), [...last!, ...packages[manager]]];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const step of steps) {
    const [command, ...args] = [...asRoot, manager, ...step];
    if (spawnSync(command!, args, { env, stdio: "ignore" }).status !== 0) return undefined;
  }
  return programs.map(onPath).find(Boolean);
}

const unpacked = ({ programs, packages }: ProgramWanted, manager: PackageManager): string | undefined =>
  manager === "apt-get" ? unpackDebianPackages(packages[manager], programs[0]) : undefined;

function advice({ packages }: ProgramWanted, manager: PackageManager | undefined): string {
  if (!manager) return "install one";
  const verb = manager === "apk" ? "add" : "install";
  return `run \`${manager === "brew" ? "" : "sudo "}${manager} ${verb} ${packages[manager].join(" ")}\``;
}
