import type { Redis } from "ioredis";
import type { Sql } from "postgres";
import type { Config } from "#api/config";
import type { Clock } from "#shared/kernel/clock";
import type { Random } from "#shared/kernel/random";
import type { Alarms } from "./alarms";
import type { Db } from "./database";
import type { RateLimits } from "./http/rate-limits";
import type { NewId } from "./ids";
import type { Log } from "./log";
import type { Metrics } from "./metrics";
import type { MoveFeed } from "./move-feed";
import type { PositionLog } from "./position-log";
import type { RedisKeys } from "./redis";
import type { Secrets } from "./secrets";
import type { Storage } from "./storage/storage";
import type { TelegramApi } from "./telegram-api";

/** All that a verb may need from outside. Composition roots build it, tests build it with a clock and seed of their own. */
export type Deps = {
  config: Config;
  db: Db;
  /** The same pool as `db`, for statements that want postgres.js itself. */
  sql: Sql;
  redis: Redis;
  keys: RedisKeys;
  clock: Clock;
  random: Random;
  newId: NewId;
  alarms: Alarms;
  positionLog: PositionLog;
  moveFeed: MoveFeed;
  storage: Storage;
  telegram: TelegramApi;
  secrets: Secrets;
  log: Log;
  metrics: Metrics;
  limits: RateLimits;
  /** Aborted when the process is about to end: it is not ready any more, and sockets are sent elsewhere. */
  stopping: AbortController;
};
