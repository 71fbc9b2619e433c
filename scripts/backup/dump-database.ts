import { join } from "node:path";
import { postgresTool, runTool } from "./postgres-tool";

export const DUMP = "database.dump";

/** What is granted to this role is in a dump; the role itself belongs to the server. As in the migration that makes it. */
export const APP_ROLE = "peyk_app";

/**
 * Dumps somebody else's server with PostgreSQL's own tool, as of one moment.
 * @returns the path in the backup
 * @throws SetupProblem
 */
export async function dumpDatabase(url: string, to: string, serverVersion: string): Promise<string> {
  const tool = postgresTool("pg_dump", serverVersion);
  runTool(tool, url, ["--format=custom", "--no-owner", `--file=${join(to, DUMP)}`]);
  return DUMP;
}
