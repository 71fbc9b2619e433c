import type { Config } from "#api/config";
import { type Clock, createClock } from "#shared/kernel/clock";
import type { Random } from "#shared/kernel/random";
import { createAlarms } from "./create-alarms";
import { openDatabase } from "./database";
import type { Deps } from "./deps";
import { createRateLimits } from "./http/rate-limits";
import { createIds } from "./ids";
import { createLog } from "./log";
import { createMetrics } from "./metrics";
import { createMoveFeed } from "./move-feed";
import { createPositionLog } from "./position-log";
import { connectRedis, createKeys } from "./redis";
import { createSecrets } from "./secrets";
import { createStorage } from "./storage/create-storage";
import { createTelegramApi } from "./telegram-api";

/** The business clock that this configuration asks for; the same in every process of an installation. */
export const clockOf = (config: Pick<Config, "CLOCK_ORIGIN" | "CLOCK_REAL_ORIGIN" | "CLOCK_SPEED">): Clock => {
  const realOriginMs = config.CLOCK_REAL_ORIGIN ? Date.parse(config.CLOCK_REAL_ORIGIN) : 0;
  const originMs = config.CLOCK_ORIGIN ? Date.parse(config.CLOCK_ORIGIN) : 0;
  return createClock(Date.now, { originMs, realOriginMs, speed: config.CLOCK_SPEED });
};

/** Opens everything that one process needs. Tests hand in a clock and randomness of their own. */
export function createDeps(
  config: Config,
  name: string,
  own: { clock?: Clock; random?: Random } = {},
): { deps: Deps; close: () => Promise<void> } {
  const clock = own.clock ?? clockOf(config);
  const database = openDatabase(config.DATABASE_URL, { connections: config.DATABASE_CONNECTIONS, name });
  const redis = connectRedis(config.REDIS_URL, name);
  const keys = createKeys(config.REDIS_PREFIX);
  const log = createLog(name, config.LOG_LEVEL);
  redis.on("error", (error) => log.warn({ err: error.message }, "redis is away"));
  const alarms = createAlarms(config.REDIS_URL, keys, clock, log);
  const positionLog = createPositionLog(database.sql, clock, log);
  const moveFeed = createMoveFeed(redis, keys);
  const limits = createRateLimits(config, keys, clock);
  const deps: Deps = {
    config,
    db: database.db,
    sql: database.sql,
    redis,
    keys,
    clock,
    random: own.random ?? Math.random,
    newId: createIds(clock),
    alarms,
    positionLog,
    moveFeed,
    storage: createStorage(config, clock),
    telegram: createTelegramApi(config.TELEGRAM_API_ROOT),
    secrets: createSecrets(config.ENCRYPTION_KEY),
    log,
    metrics: createMetrics(),
    limits,
    stopping: new AbortController(),
  };
  const close = async () => {
    moveFeed.close();
    await positionLog.close();
    await alarms.close();
    limits.close();
    redis.disconnect();
    await database.close();
  };
  return { deps, close };
}
