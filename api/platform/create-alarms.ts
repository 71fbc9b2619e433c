import { Queue } from "bullmq";
import { Redis } from "ioredis";
import type { Clock } from "#shared/kernel/clock";
import { toShortId } from "#shared/kernel/ids";
import type { Alarm, AlarmKind, Alarms } from "./alarms";
import type { Log } from "./log";
import type { RedisKeys } from "./redis";

export type AlarmJob = { organisationId: string; subjectId: string };

/**
 * Alarms as BullMQ's delayed jobs. Every deadline of a row is a job of its own (the id carries the time), so that setting
 * it twice is harmless and an older one that still rings finds nothing to do.
 */
export function createAlarms(redisUrl: string, keys: RedisKeys, clock: Clock, log: Log): Alarms {
  // A producer must fail fast while Redis is away; the sweeper makes up for what was not set.
  const connection = new Redis(redisUrl, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    retryStrategy: (n) => Math.min(n * 50, 1_000),
  });
  connection.on("error", () => {}); // the main connection reports it
  // A queue that is made while its connection is not ready fails for ever, so each is made when it is first needed.
  const queues = new Map<AlarmKind, Queue<AlarmJob>>();
  const queueOf = (kind: AlarmKind): Queue<AlarmJob> => {
    const known = queues.get(kind);
    if (known) return known;
    const queue = new Queue<AlarmJob>(kind, { connection, prefix: keys.queues(), skipWaitingForReady: true });
    queue.on("error", () => {});
    queues.set(kind, queue);
    return queue;
  };

  const add = async ({ kind, organisationId, subjectId, at }: Alarm): Promise<void> => {
    try {
      await queueOf(kind).add(
        kind,
        { organisationId, subjectId },
        {
          jobId: `${toShortId(subjectId)}-${at.getTime()}`,
          delay: clock.realMsUntil(at),
          attempts: 5,
          backoff: { type: "exponential", delay: 500 },
          removeOnComplete: true,
          removeOnFail: 100,
        },
      );
    } catch (error) {
      queues.delete(kind);
      throw error;
    }
  };

  return {
    async set(alarms) {
      if (connection.status !== "ready") return;
      const results = await Promise.allSettled(alarms.map(add));
      const failed = results.filter((result) => result.status === "rejected").length;
      if (failed > 0) log.debug({ failed }, "alarms were not set; the sweeper will find their rows");
    },
    async close() {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      connection.disconnect();
    },
  };
}
