import { Redis } from "ioredis";
import postgres from "postgres";
import { SetupProblem } from "#shared/kernel/setup-problem";

export const OLDEST_POSTGRES = 18;
export const OLDEST_REDIS = 7;

/**
 * Does the database answer, and is it new enough?
 * @throws SetupProblem
 */
export async function checkPostgres(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql<{ server_version: string }[]>`show server_version`;
    const version = row?.server_version ?? "unknown";
    throwIf(versionProblem("PostgreSQL", version, OLDEST_POSTGRES, "DATABASE_URL"));
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
  const limits = { connectTimeout: 5_000, commandTimeout: 5_000, retryStrategy: () => null };
  const redis = new Redis(url, { ...limits, lazyConnect: true, enableReadyCheck: false });
  redis.on("error", () => {}); // the command below fails with it
  try {
    const version = /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "unknown";
    throwIf(versionProblem("Redis", version, OLDEST_REDIS, "REDIS_URL"));
  } catch (error) {
    throw unreachable("Redis", url, error, "REDIS_URL");
  } finally {
    redis.disconnect();
  }
}

/** What to tell somebody whose server is older than what we were built for; undefined when it is not. */
export function versionProblem(
  what: string,
  version: string,
  oldest: number,
  variable: string,
): SetupProblem | undefined {
  if (Number.parseInt(version, 10) >= oldest) return undefined;
  return new SetupProblem(
    `${what} ${version} is too old, ${oldest} or newer is needed: mend ${variable}, or unset it to use our own.`,
  );
}

function throwIf(problem: SetupProblem | undefined): void {
  if (problem) throw problem;
}

function unreachable(what: string, url: string, error: unknown, variable: string): SetupProblem {
  if (error instanceof SetupProblem) return error;
  const { host } = new URL(url); // the rest may hold a password
  const cause = error instanceof Error ? error.message || error.name : String(error);
  return new SetupProblem(
    `${what} at ${host} cannot be used (${cause}): start it, mend ${variable}, or unset it to use our own.`,
  );
}
