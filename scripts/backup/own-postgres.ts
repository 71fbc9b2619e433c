import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { isRunning } from "#sim/stack/process-info";
import { POSTGRES_OWNER, startPostgres } from "#sim/stack/start-postgres";
import { claimInstance } from "../start/instance";
import { loadSecrets } from "../start/secrets";
import { DATABASE } from "../start/servers";

export type OwnPostgres = { url: string; cluster: string };

/**
 * Works with the server of a data folder: the one that runs, else one that is started for it and stopped afterwards.
 * @throws SetupProblem when the folder has none
 */
export async function withOwnPostgres<T>(data: string, work: (own: OwnPostgres) => Promise<T>): Promise<T> {
  const dataDir = join(data, "postgres");
  if (!existsSync(join(dataDir, "cluster", "PG_VERSION")))
    throw new SetupProblem(`There is no database in ${data}: npm start makes one, DATABASE_URL names another.`);
  const cluster = join(realpathSync(dataDir), "cluster");
  const { POSTGRES_PASSWORD: password } = loadSecrets(join(data, "secrets.json"));
  const port = runningPort(cluster);
  if (port) return work({ url: urlOf(port, password), cluster });

  const instance = await claimInstance(join(data, "running.json"));
  const server = await startPostgres({ dataDir, port: 0, password });
  try {
    return await work({ url: urlOf(Number(new URL(server.url).port), password), cluster });
  } finally {
    await server.stop();
    instance.release();
  }
}

const urlOf = (port: number, password: string): string =>
  `postgres://${POSTGRES_OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;

/** A server writes its process id, its port and its state into a file: postgresql.org/docs/18/storage-file-layout.html */
function runningPort(cluster: string): number | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n");
  return isRunning(Number(pid)) ? Number(port) : undefined;
}
