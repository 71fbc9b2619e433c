import type { StorageAdapter } from "grammy";
import type { Redis } from "ioredis";

const KEPT_SECONDS = 30 * 24 * 3_600; // machine time

/**
 * What a bot remembers of a chat, in Redis under a prefix of its own. All of it can be asked again: an emptied Redis
 * costs a person a tap, never an order.
 */
export const redisStorage = <T>(redis: Redis, prefix: string): StorageAdapter<T> => ({
  read: async (key) => {
    const text = await redis.get(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  },
  write: async (key, value) => {
    await redis.set(prefix + key, JSON.stringify(value), "EX", KEPT_SECONDS);
  },
  delete: async (key) => {
    await redis.del(prefix + key);
  },
});
