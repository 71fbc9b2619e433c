import { join } from "node:path";
import postgres from "postgres";
import { checkPostgres, checkRedis } from "#sim/stack/check-servers";
import { freePort } from "#sim/stack/free-port";
import { startPostgres } from "#sim/stack/start-postgres";
import { startRedis } from "#sim/stack/start-redis";
import type { Env } from "./environment";
import { say } from "./say";
import type { Supervisor } from "./supervisor";

export const DATABASE = "peyk";
const POSTGRES_PORT = 5432;
const REDIS_PORT = 6379;

type Wanted = { supervisor: Supervisor; env: Env; data: string; password: string };

/**
 * Postgres and Redis: those that the environment names, else our own.
 * @throws SetupProblem
 */
export async function provideServers(wanted: Wanted): Promise<{ databaseUrl: string; redisUrl: string }> {
  const { DATABASE_URL, REDIS_URL } = wanted.env;
  const [databaseUrl, redisUrl] = await Promise.all([
    DATABASE_URL || ownPostgres(wanted),
    REDIS_URL || ownRedis(wanted),
  ]);
  await Promise.all([checkPostgres(databaseUrl), checkRedis(redisUrl)]);
  return { databaseUrl, redisUrl };
}

// The port is chosen once, so that a server that fell comes back where its clients look for it.
async function ownPostgres({ supervisor, data, password }: Wanted): Promise<string> {
  const port = await freePort(POSTGRES_PORT);
  const start = () => startPostgres({ dataDir: join(data, "postgres"), port, password });
  const { url } = await supervisor.run({ name: "postgres", start });
  return ensureDatabase(url);
}

async function ownRedis({ supervisor, data }: Wanted): Promise<string> {
  const port = await freePort(REDIS_PORT);
  const start = () => startRedis({ dataDir: join(data, "redis"), port, durable: true, say });
  return (await supervisor.run({ name: "redis", start })).url;
}

export async function ensureDatabase(serverUrl: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1 });
  const [known] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
  if (!known) await sql`create database ${sql(DATABASE)}`;
  await sql.end();
  return Object.assign(new URL(serverUrl), { pathname: `/${DATABASE}` }).href;
}
