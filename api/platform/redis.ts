import { Redis } from "ioredis";
import { hintChannel } from "#shared/contracts/hints";

/** Opens a connection that waits for Redis to come back instead of failing: nothing in it is the only copy. */
export function connectRedis(url: string, name: string): Redis {
  return new Redis(url, {
    connectionName: name,
    maxRetriesPerRequest: null,
    // Automatic pipelining stays off: when Redis dies with a batch on its way, ioredis 6.0.0 spreads a missing answer and
    // takes the process down.
    retryStrategy: (attempt) => Math.min(attempt * 50, 1_000),
  });
}

/** Every key, channel and queue name of an installation. `{…}` keeps what belongs together in one cluster slot. */
export const createKeys = (prefix: string) => ({
  prefix,
  /** GEO set of the couriers of a region who share their position. */
  positions: (regionId: string) => `${prefix}:{${regionId}}:positions`,
  /** Hash courier → "atMs" of the position in `positions`. */
  positionTimes: (regionId: string) => `${prefix}:{${regionId}}:position-times`,
  /** Set once the two above were filled from Postgres; gone when Redis was emptied. */
  positionsFilled: (regionId: string) => `${prefix}:{${regionId}}:positions-filled`,
  /** Actor of an account in an organisation, as read from Postgres; dropped on change. */
  actor: (organisationId: string, accountId: string, botId: string) =>
    `${prefix}:{${organisationId}}:actor:${accountId}:${botId}`,
  session: (organisationId: string, sessionId: string) => `${prefix}:{${organisationId}}:session:${sessionId}`,
  menu: (organisationId: string, branchId: string) => `${prefix}:{${organisationId}}:menu:${branchId}`,
  /** What a link of a file gives, and to whom. */
  download: (token: string) => `${prefix}:download:${token}`,
  rate: (name: string) => `${prefix}:rate:${name}`,
  /** Send budget of a bot, shared by all processes that send for it. */
  budget: (botId: string) => `${prefix}:{${botId}}:budget`,
  /** Held by the process that runs the dispatch rounds of a region. */
  roundLock: (regionId: string) => `${prefix}:{${regionId}}:round-lock`,
  /** Pub/sub: the ledger has something for a kind of bot. */
  hints: (kind: string) => hintChannel(prefix, kind),
  /** Pub/sub: events for every API process's sockets. */
  events: () => `${prefix}:events`,
  /** Pub/sub: where couriers are now, for every API process's sockets. */
  moves: () => `${prefix}:moves`,
  /** BullMQ's own prefix; it refuses ioredis' `keyPrefix`. */
  queues: () => `${prefix}:{queues}`,
});
export type RedisKeys = ReturnType<typeof createKeys>;
