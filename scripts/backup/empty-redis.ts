import { Redis } from "ioredis";

/**
 * Takes every key of an installation out of a Redis that others may share: queues, caches and conversations are of
 * another moment than a restored database, and are made anew from it.
 * @returns how many there were
 */
export async function emptyRedis(url: string, prefix: string): Promise<number> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on("error", () => {}); // the command below fails with it
  let count = 0;
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1_000 })) {
      if (keys.length > 0) count += await redis.unlink(...keys);
    }
    return count;
  } finally {
    redis.disconnect();
  }
}
