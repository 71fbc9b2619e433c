import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { onPath } from "#sim/stack/find-program";

type Tool = "pg_dump" | "pg_restore";

/** Debian and its kin keep one folder per major version. */
const VERSIONS = "/usr/lib/postgresql";

const majorOf = (version: string): number => Number.parseInt(/\d+/.exec(version)?.[0] ?? "", 10);

/**
 * PostgreSQL's own tool, of the server's major version or a newer one: an older tool refuses the server.
 * @throws SetupProblem that says what to install
 */
export function postgresTool(tool: Tool, serverVersion: string, folders = usualFolders(tool)): string {
  const wanted = majorOf(serverVersion);
  const found = folders.map((file) => ({ file, major: toolMajor(file) })).filter(({ major }) => major > 0);
  const fitting = found.find(({ major }) => major === wanted) ?? found.find(({ major }) => major > wanted);
  if (fitting) return fitting.file;
  const have =
    found.length > 0 ? `${tool} ${found.map(({ major }) => major).join(", ")} is too old` : `no ${tool} found`;
  throw new SetupProblem(
    `The server is PostgreSQL ${wanted}, ${have}: install postgresql-client-${wanted} (apt.postgresql.org), then try again.`,
  );
}

function usualFolders(tool: Tool): string[] {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).map((major) => join(VERSIONS, major, "bin", tool)) : [];
  return [onPath(tool), ...versions].filter((file) => file !== undefined && existsSync(file)) as string[];
}

function toolMajor(file: string): number {
  return majorOf(spawnSync(file, ["--version"], { encoding: "utf8" }).stdout?.replace(/^\D*/, "") ?? "") || 0;
}

/** Runs the tool on a database; its password goes by the environment, where no list of processes shows it. */
export function runTool(file: string, url: string, args: string[]): void {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const env = {
    ...process.env,
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(searchParams.has("sslmode") && { PGSSLMODE: searchParams.get("sslmode")! }),
  };
  const { status, stderr, error } = spawnSync(file, args, { env, encoding: "utf8" });
  if (status !== 0) throw new SetupProblem(`${file} failed: ${(stderr ?? String(error)).trim().split("\n").at(-1)}`);
}
