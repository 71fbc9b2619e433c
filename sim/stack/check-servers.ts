import { Redis } from "ioredis";
import postgres from "postgres";
import { SetupProblem } from "./setup-problem";

const OLDEST_POSTGRES = 18;
const OLDEST_REDIS = 7;

/**
 * Does the database answer, and is it new enough?
 * @throws SetupProblem
 */
export async function checkPostgres(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql<{ server_version: string }[]>`show server_version`;
    const version = row?.server_version ?? "unknown";
    if (Number.parseInt(version, 10) < OLDEST_POSTGRES)
      throw tooOld("PostgreSQL", version, OLDEST_POSTGRES, "DATABASE_URL");
  } catch (error) {
    throw unreachable("PostgreSQL", url, error, "DATABASE_URL");
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Does Redis answer, and is it new enough? Valkey tells the version of Redis that it can stand in for.
 * @throws SetupProblem
 */
export async function checkRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 5_000, retryStrategy: () => null });
  redis.on("error", () => {}); // the command below fails with it
  try {
    const version = /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "unknown";
    if (Number.parseInt(version, 10) < OLDEST_REDIS) throw tooOld("Redis", version, OLDEST_REDIS, "REDIS_URL");
  } catch (error) {
    throw unreachable("Redis", url, error, "REDIS_URL");
  } finally {
    redis.disconnect();
  }
}

const tooOld = (what: string, version: string, oldest: number, variable: string) =>
  new SetupProblem(
    `${what} ${version} is too old, ${oldest} or newer is needed: mend ${variable}, or unset it to use our own.`,
  );

function unreachable(what: string, url: string, error: unknown, variable: string): SetupProblem {
  if (error instanceof SetupProblem) return error;
  const { host } = new URL(url); // the rest may hold a password
  const cause = error instanceof Error ? error.message || error.name : String(error);
  return new SetupProblem(
    `${what} at ${host} cannot be used (${cause}): start it, mend ${variable}, or unset it to use our own.`,
  );
}
