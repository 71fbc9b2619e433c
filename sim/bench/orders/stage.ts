import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Config, loadConfig } from "#api/config";
import { createDeps } from "#api/platform/create-deps";
import type { Deps } from "#api/platform/deps";
import { migrate } from "#drizzle/migrate";
import type * as schema from "#drizzle/schema/index";
import { type Seeded, seed } from "#drizzle/seed";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import { startPostgres } from "#sim/stack/start-postgres";
import { startRedis } from "#sim/stack/start-redis";

/** A business of its own on servers of its own: Postgres as in production, with fsync, and Redis. */
export type Stage = {
  env: Record<string, string>;
  config: Config;
  deps: Deps;
  owner: postgres.Sql;
  seeded: Seeded;
  close(): Promise<void>;
};

const CONNECTIONS = 16;

export async function raiseStage(say: (line: string) => void): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "peyk-bench-"));
  const [database, redis] = await Promise.all([
    startPostgres({ dataDir: join(folder, "postgres"), port: 0 }),
    startRedis({ dataDir: join(folder, "redis"), port: 0, say }),
  ]);
  await migrate(database.url);
  const env = {
    NODE_ENV: "test",
    LOG_LEVEL: "error",
    DATABASE_URL: database.url,
    DATABASE_CONNECTIONS: String(CONNECTIONS),
    REDIS_URL: redis.url,
    REDIS_PREFIX: "bench",
    // The generator is one caller for many customers; what a limit costs is measured, what it refuses is not.
    RATE_PER_SECOND: "1000000",
    RATE_ORDERS_PER_SECOND: "1000000",
  };
  const config = loadConfig(env);
  const { deps, close } = createDeps(config, "bench");
  const owner = postgres(database.url, { max: 2, onnotice: () => {} });
  const seeded = await seed(drizzle<typeof schema>(owner), {
    newId: deps.newId,
    at: deps.clock.now(),
    encrypt: deps.secrets.encrypt,
    bots: LOCAL_BOTS,
  });
  return {
    env,
    config,
    deps,
    owner,
    seeded,
    close: async () => {
      await close();
      await owner.end({ timeout: 5 });
      await Promise.all([database.kill9(), redis.kill9()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
