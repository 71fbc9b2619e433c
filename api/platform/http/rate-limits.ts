import { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Config } from "#api/config";
import type { RedisKeys } from "#api/platform/redis";
import type { Clock } from "#shared/kernel/clock";
import { Refusal } from "#shared/kernel/refusal";
import type { Milliseconds } from "#shared/kernel/units";

/** What is counted apart from the rest. */
export type Budget = "general" | "sign_in" | "orders";

export type RateLimits = {
  /** @throws Refusal `request.too_many` with `retryAfterSeconds` */
  spend(budget: Budget, caller: string): Promise<void>;
  close(): void;
};

/** A Redis that answers later is away: each process then counts by itself. */
const PATIENCE_MS: Milliseconds = 250;

/**
 * Requests a second of business time, counted in Redis for all processes together, and in memory while Redis is away.
 * Whoever is over the limit is refused from memory, so that a flood does not reach Redis.
 */
export function createRateLimits(config: Config, keys: RedisKeys, clock: Clock): RateLimits {
  const storeClient = new Redis(config.REDIS_URL, {
    connectionName: "rate-limits",
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: PATIENCE_MS,
    retryStrategy: (attempt) => Math.min(attempt * 50, 1_000),
  });
  storeClient.on("error", () => {}); // the main connection reports it
  const limiter = (name: Budget, perSecond: number): RateLimiterAbstract => {
    const points = Math.max(1, Math.round(perSecond * clock.speed));
    const rule = { keyPrefix: keys.rate(name), points, duration: 1 };
    return new RateLimiterRedis({
      ...rule,
      storeClient,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(rule),
      inMemoryBlockOnConsumed: points + 1,
      inMemoryBlockDuration: 1,
    });
  };
  const budgets: Record<Budget, RateLimiterAbstract> = {
    general: limiter("general", config.RATE_PER_SECOND),
    sign_in: limiter("sign_in", config.RATE_SIGN_IN_PER_SECOND),
    orders: limiter("orders", config.RATE_ORDERS_PER_SECOND),
  };
  return {
    async spend(budget, caller) {
      try {
        await budgets[budget].consume(caller);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new Refusal("request.too_many", {
          retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)),
        });
      }
    },
    close: () => storeClient.disconnect(),
  };
}
