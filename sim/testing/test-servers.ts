import { rmSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "#drizzle/migrate";
import { foreignServer, type Server } from "#sim/stack/server";
import { startPostgres } from "#sim/stack/start-postgres";
import { startRedis } from "#sim/stack/start-redis";
import { dropAll, onServer, type TestServers, urlOf } from "./create-database";
import { runFolder } from "./run-folder";

/** One Postgres and one Redis for a whole run, and a migrated database from which each suite's own is copied. */
export async function startTestServers(): Promise<{ servers: TestServers; stop(): Promise<void> }> {
  const folder = runFolder();
  const run = `peyk_test_${process.pid}`;
  const [database, redis] = await Promise.all([postgresFor(folder), redisFor(folder)]);
  const servers: TestServers = { run, adminUrl: database.url, template: `${run}_template`, redisUrl: redis.url };
  await createTemplate(servers);
  const stop = async () => {
    if (database.pid === null) await dropAll(servers);
    await Promise.all([database, redis].map((server) => (server.pid === null ? undefined : server.kill9())));
    rmSync(folder, { recursive: true, force: true });
  };
  return { servers, stop };
}

// Nobody mourns a test database, so it need not survive a power cut.
const FORGETFUL = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB" };

async function postgresFor(folder: string): Promise<Server> {
  const given = process.env.DATABASE_URL;
  return given
    ? foreignServer(given)
    : startPostgres({ dataDir: join(folder, "postgres"), port: 0, settings: FORGETFUL });
}

async function redisFor(folder: string): Promise<Server> {
  const given = process.env.REDIS_URL;
  return given ? foreignServer(given) : startRedis({ dataDir: join(folder, "redis"), port: 0, say: console.log });
}

async function createTemplate(servers: TestServers): Promise<void> {
  await onServer(servers, (sql) => sql`create database ${sql(servers.template)}`);
  await migrate(urlOf(servers.adminUrl, servers.template));
  await onServer(servers, (sql) => sql`alter role peyk_app login`);
}
