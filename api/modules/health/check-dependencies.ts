import { sql } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";

export type DependencyState = { ok: boolean; detail: string };

const LIMIT_MS = 2_000;

/** Asks each dependency whether it is there, by name. Nothing of their errors is told outside. */
export async function checkDependencies({ db, redis, storage }: Deps): Promise<Record<string, DependencyState>> {
  const checks: Record<string, () => Promise<unknown>> = {
    postgres: async () => db.execute(sql`select 1`),
    redis: async () => {
      if (redis.status !== "ready") throw new Error(redis.status);
      return redis.ping();
    },
    storage: () => storage.ready(),
  };
  const entries = Object.entries(checks).map(async ([name, check]) => [name, await stateOf(check)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function stateOf(check: () => Promise<unknown>): Promise<DependencyState> {
  const late = new Promise<DependencyState>((resolve) =>
    setTimeout(() => resolve({ ok: false, detail: "no answer" }), LIMIT_MS).unref(),
  );
  const asked = check().then(
    () => ({ ok: true, detail: "ready" }),
    () => ({ ok: false, detail: "not reachable" }),
  );
  return Promise.race([asked, late]);
}
