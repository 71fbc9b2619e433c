import type { Deps } from "./deps";

/** In-flight commands of a Redis that has just died wait for its return; nobody here waits for longer than this. */
const PATIENCE_MS = 1_000; // real time

/** What Redis says, or `otherwise` when it is away, dies meanwhile or does not answer: it is never the only copy. */
export async function redisAnswer<T, Otherwise>(
  { redis, log }: Pick<Deps, "redis" | "log">,
  ask: () => Promise<T>,
  otherwise: Otherwise,
): Promise<T | Otherwise> {
  if (redis.status !== "ready") return otherwise;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS);
  });
  const answer = ask().catch((error: unknown) => {
    log.debug({ err: error }, "redis gave no answer");
    return otherwise;
  });
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
