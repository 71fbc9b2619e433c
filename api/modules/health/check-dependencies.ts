import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Readiness } from "#shared/contracts/health";
import type { Milliseconds } from "#shared/kernel/units";

/** Machine time; whoever answers later counts as away. */
const PATIENCE_MS: Milliseconds = 2_000;

/** Asks each dependency for a sign of life, all at once. Never throws. */
export async function checkDependencies(deps: Deps): Promise<Readiness> {
  const [postgres, redis, storage] = await Promise.all([
    timed(() => deps.db.execute(sql`select 1`)),
    timed(() => (deps.redis.status === "ready" ? deps.redis.ping() : Promise.reject(new Error("not connected")))),
    timed(() => deps.storage.ready()),
  ]);
  const ready = postgres.ok && redis.ok && storage.ok && !deps.stopping.signal.aborted;
  return { ready, dependencies: { postgres, redis, storage } };
}

async function timed(ask: () => PromiseLike<unknown>): Promise<{ ok: boolean; ms: number }> {
  const startedAt = performance.now();
  const giveUp = new AbortController();
  const late = pause(PATIENCE_MS, false, { signal: giveUp.signal }).catch(() => false);
  const answered = Promise.resolve(ask()).then(
    () => true,
    () => false,
  );
  const ok = await Promise.race([answered, late]);
  giveUp.abort();
  return { ok, ms: Math.round((performance.now() - startedAt) * 10) / 10 };
}
