import { Redis } from "ioredis";
import { OLDEST_REDIS } from "#sim/stack/check-servers";
import { causeOf, type Finding, good, note, problem } from "./finding";

const WHAT = "Redis";

export async function checkRedis(url: string | undefined): Promise<Finding[]> {
  if (!url) return [problem(WHAT, "Peyk does not run here, and REDIS_URL names no other", "npm start, then ask again")];
  const limits = { connectTimeout: 5_000, commandTimeout: 5_000, retryStrategy: () => null };
  const redis = new Redis(url, { ...limits, lazyConnect: true, enableReadyCheck: false });
  let refused: Error | undefined;
  redis.on("error", (error) => {
    refused = error; // says more than that the connection is closed, which the command below fails with
  });
  try {
    return findingsOf(await redis.info());
  } catch (error) {
    return [problem(WHAT, `does not answer (${causeOf(refused ?? error)})`, "start it, or mend REDIS_URL")];
  } finally {
    redis.disconnect();
  }
}

/** @param info what Redis says of itself: redis.io/docs/latest/commands/info */
export function findingsOf(info: string): Finding[] {
  const fact = (name: string) => new RegExp(`^${name}:(\\S+)`, "m").exec(info)?.[1] ?? "unknown";
  const [version, policy] = [fact("redis_version"), fact("maxmemory_policy")];
  const keeps = fact("aof_enabled") === "1" || Number(fact("rdb_saves")) > 0;
  return [
    Number.parseInt(version, 10) >= OLDEST_REDIS
      ? good(WHAT, version)
      : problem(WHAT, `${version} is too old`, `upgrade it to ${OLDEST_REDIS} or newer`),
    policy === "noeviction"
      ? good("Redis memory", policy)
      : problem("Redis memory", `${policy} may drop jobs`, "set maxmemory-policy noeviction"),
    keeps
      ? good("Redis persistence", "it survives a restart")
      : note("Redis persistence", "a restart empties it; Peyk fills it again within a minute", "set appendonly yes"),
  ];
}
