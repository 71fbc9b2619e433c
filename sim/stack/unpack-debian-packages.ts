import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TOOLS = join(import.meta.dirname, "..", "..", ".tools", "debian");

/**
 * For a user who may not install: fetch packages and what they need with Debian's own tools, unpack all of it inside
 * the project, and make a program that finds its libraries there.
 * @returns the program, or undefined where that cannot be done
 */
export function unpackDebianPackages(names: string[], program: string): string | undefined {
  const archives = join(TOOLS, "archives");
  for (const folder of ["lists/partial", "cache/archives/partial", "archives", "root", "bin"])
    mkdirSync(join(TOOLS, folder), { recursive: true });

  if (!run(["apt-get", ...OWN_STATE, "update", "-qq"], TOOLS)) return undefined;
  const needed = neededPackages(names);
  if (needed.length === 0 || !run(["apt-get", ...OWN_STATE, "download", "-qq", ...needed], archives)) return undefined;
  for (const archive of readdirSync(archives))
    if (!run(["dpkg", "-x", join(archives, archive), join(TOOLS, "root")], TOOLS)) return undefined;
  return writeStarter(program);
}

/** @returns the program, if an earlier start fetched it */
export function unpackedBefore(program: string): string | undefined {
  const starter = starterOf(program);
  return existsSync(starter) ? starter : undefined;
}

const starterOf = (program: string): string => join(TOOLS, "bin", program);

// The system's lists may be missing, and its locks belong to root.
const OWN_STATE = [
  "-o",
  `Dir::State::lists=${TOOLS}/lists`,
  "-o",
  `Dir::Cache=${TOOLS}/cache`,
  "-o",
  "Debug::NoLocking=1",
];

/** The packages and those of their dependencies that the system does not have. */
function neededPackages(names: string[]): string[] {
  const args = [...OWN_STATE, "install", "--print-uris", "-y", "-qq", "--no-install-recommends", ...names];
  const { stdout } = spawnSync("apt-get", args, { encoding: "utf8" });
  return [...stdout.matchAll(/^'[^']*' ([^_]+)_/gm)].map(([, one]) => one!);
}

function writeStarter(program: string): string | undefined {
  const root = join(TOOLS, "root");
  // Where /usr/bin has a script that expects everything in its usual place, the binary itself lies under /usr/lib.
  const binary = [`usr/lib/${program}/${program}`, `usr/bin/${program}`]
    .map((file) => join(root, file))
    .find(existsSync);
  if (!binary) return undefined;
  const libraries = spawnSync("find", [root, "-name", "*.so*", "-printf", "%h\n"], { encoding: "utf8" });
  const path = [...new Set(libraries.stdout.split("\n").filter(Boolean))].join(":");
  const starter = starterOf(program);
  const env = `LD_LIBRARY_PATH='${path}' FONTCONFIG_FILE='${writeFontList(root)}'`;
  writeFileSync(starter, `#!/bin/sh\n${env} exec '${binary}' "$@"\n`, { mode: 0o755 });
  return starter;
}

/** A browser without fonts shows empty pages. */
function writeFontList(root: string): string {
  const folders = ["/usr/share/fonts", join(root, "usr/share/fonts")].map((folder) => `<dir>${folder}</dir>`);
  const file = join(TOOLS, "fonts.conf");
  writeFileSync(
    file,
    `<fontconfig>${folders.join("")}<cachedir>${join(TOOLS, "cache/fonts")}</cachedir></fontconfig>\n`,
  );
  return file;
}

const run = ([command, ...args]: string[], cwd: string): boolean =>
  spawnSync(command!, args, { cwd, stdio: "ignore" }).status === 0;
