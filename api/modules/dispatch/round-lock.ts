import { sql } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import { redisAnswer } from "#api/platform/redis-answer";
import { acrossOrganisations } from "#api/platform/with-actor";
import type { Id } from "#shared/kernel/ids";

/** Machine time after which a dead holder has lost the lock. */
export const ROUND_LEASE_MS = 4_000;

/** Says whether the lock is still ours, and prolongs it. */
export type StillMine = () => Promise<boolean>;

type Outcome<T> = { held: true; value: T } | { held: false };

const PROLONG = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;
const GIVE_BACK = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/**
 * Runs one thing at a time per region, across all processes. A lease in Redis: whoever dies loses it. It keeps rounds
 * from doing the same work twice, no more: that a late decision changes nothing is up to the conditional updates that
 * apply it. While Redis is away an advisory lock of Postgres takes its place.
 * @returns `held: false` when somebody else has it
 */
export async function withRoundLock<T>(
  deps: Deps,
  regionId: Id,
  run: (stillMine: StillMine) => Promise<T>,
): Promise<Outcome<T>> {
  const { redis, keys, newId } = deps;
  const key = keys.roundLock(regionId);
  const holder = newId();
  const taken = await redisAnswer(deps, () => redis.set(key, holder, "PX", ROUND_LEASE_MS, "NX"), "away");
  if (taken === "away") return withAdvisoryLock(deps, regionId, run);
  if (taken !== "OK") return { held: false };
  const stillMine = async () =>
    (await redisAnswer(deps, () => redis.eval(PROLONG, 1, key, holder, ROUND_LEASE_MS), 0)) === 1;
  try {
    return { held: true, value: await run(stillMine) };
  } finally {
    await redisAnswer(deps, () => redis.eval(GIVE_BACK, 1, key, holder), 0); // else the lease ends by itself
  }
}

/** Held by a transaction, which Postgres ends with its client, or after `TRANSACTION_LIMIT_MS`. */
const withAdvisoryLock = <T>(
  deps: Deps,
  regionId: Id,
  run: (stillMine: StillMine) => Promise<T>,
): Promise<Outcome<T>> =>
  acrossOrganisations(deps, async (tx) => {
    const [lock] = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`round:${regionId}`}, 0)) as held`,
    );
    return lock?.held ? { held: true, value: await run(async () => true) } : { held: false };
  });
