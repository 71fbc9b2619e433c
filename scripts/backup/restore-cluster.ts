import { chownSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { postgresUser } from "#sim/stack/postgres-user";
import { ownFolder, reachableFolder } from "#sim/stack/reachable-folder";
import { startPostgres } from "#sim/stack/start-postgres";
import type { Secrets } from "../start/secrets";
import { DATABASE } from "../start/servers";
import { copyFile } from "./copy-file";
import { type DatabaseFacts, databaseFacts } from "./database-facts";
import type { Manifest } from "./manifest";
import { swapIn } from "./swap";

type Restoring = { folder: string; manifest: Manifest; data: string };
export type Prepared = { facts: DatabaseFacts; swap(): string[]; forget(): void };

const OF_SERVER = /^postgres(\/|$)/;

/**
 * Copies the server's files beside those that are there, and lets a server start on the copy and read its log to the
 * end: without its log the copy is no moment at all, and the server says so.
 * @throws SetupProblem
 */
export async function prepareCluster({ folder, manifest, data }: Restoring): Promise<Prepared> {
  const home = reachableFolder(join(data, "postgres"));
  const fresh = join(home, "restoring");
  const forget = () => rmSync(fresh, { recursive: true, force: true });
  forget();
  try {
    ownFolder(fresh);
    await unpack(folder, manifest, join(fresh, "cluster"));
    const facts = await tryStart(fresh, folder);
    return { facts, swap: () => swapIn(join(home, "cluster"), join(fresh, "cluster")), forget };
  } catch (error) {
    forget();
    throw error;
  }
}

async function unpack(folder: string, manifest: Manifest, cluster: string): Promise<void> {
  const placeOf = (path: string) => join(cluster, path.slice("postgres".length));
  const folders = manifest.folders.filter((path) => OF_SERVER.test(path));
  const files = manifest.files.map(({ path }) => path).filter((path) => OF_SERVER.test(path));
  for (const path of folders) mkdirSync(placeOf(path), { recursive: true, mode: 0o700 });
  for (const path of files) await copyFile(join(folder, path), placeOf(path));
  const user = postgresUser();
  if (user) for (const path of [...folders, ...files]) chownSync(placeOf(path), user.uid, user.gid);
}

async function tryStart(dataDir: string, folder: string): Promise<DatabaseFacts> {
  const { POSTGRES_PASSWORD: password }: Secrets = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
  const server = await startPostgres({ dataDir, port: 0, password });
  try {
    return await databaseFacts(Object.assign(new URL(server.url), { pathname: `/${DATABASE}` }).href);
  } finally {
    await server.stop();
  }
}
