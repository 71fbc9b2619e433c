import { Worker } from "bullmq";
import type { Deps } from "#api/platform/deps";
import { connectRedis } from "#api/platform/redis";
import { type Deadline, DeadlineRef } from "./deadline";
import { processor } from "./processor";

/** A dead worker's job is another's after six seconds instead of BullMQ's sixty. */
const TAKEN_OVER = { lockDuration: 5_000, stalledInterval: 2_000 };
const CONCURRENCY = 10;

/** Answers the alarms that BullMQ rings. @returns stops taking new ones and waits for those in hand */
export function startAlarmWorkers(deps: Deps, deadlines: readonly Deadline[]): () => Promise<void> {
  const connection = connectRedis(deps.config.REDIS_URL, "alarms");
  connection.on("error", () => {}); // the main connection reports it
  const workers = deadlines.map(({ kind, run }) => {
    const worker = new Worker(
      kind,
      processor(DeadlineRef, (ref) => run(deps, ref)),
      {
        connection,
        prefix: deps.keys.queues(),
        concurrency: CONCURRENCY,
        ...TAKEN_OVER,
      },
    );
    worker.on("error", (error) => deps.log.debug({ err: error.message, kind }, "an alarm could not be heard"));
    worker.on("failed", (job, error) =>
      deps.log.warn({ err: error.message, kind, attempt: job?.attemptsMade }, "a job failed"),
    );
    return worker;
  });
  return async () => {
    await Promise.allSettled(workers.map((worker) => worker.close()));
    connection.disconnect();
  };
}
