import { Queue, Worker } from "bullmq";
import type { Deps } from "#api/platform/deps";
import { connectRedis } from "#api/platform/redis";

/** Something to be done every so often, in real time, by one of however many workers there are. */
export type Periodic = { readonly name: string; readonly everyMs: number; run(deps: Deps): Promise<void> };

const QUEUE = "periodic";
/** How often the plan is looked after: an emptied Redis has forgotten it. */
const REPLAN_MS = 5_000;
const TAKEN_OVER = { lockDuration: 5_000, stalledInterval: 2_000 };

/** @returns stops it, after the job in hand */
export function startPeriodic(deps: Deps, jobs: readonly Periodic[]): () => Promise<void> {
  const connection = connectRedis(deps.config.REDIS_URL, "periodic");
  connection.on("error", () => {}); // the main connection reports it
  const queue = new Queue(QUEUE, { connection, prefix: deps.keys.queues(), skipWaitingForReady: true });
  const worker = new Worker(
    QUEUE,
    async ({ name }) => {
      await jobs.find((job) => job.name === name)?.run(deps);
    },
    { connection, prefix: deps.keys.queues(), ...TAKEN_OVER },
  );
  queue.on("error", () => {});
  worker.on("error", () => {});
  worker.on("failed", (job, error) => deps.log.warn({ err: error, job: job?.name }, "a periodic job failed"));
  const plan = () => {
    if (connection.status !== "ready") return;
    planAll(queue, jobs).catch((error: unknown) => deps.log.debug({ err: error }, "not planned, the next look will"));
  };
  connection.on("ready", plan);
  const timer = setInterval(plan, REPLAN_MS);
  return async () => {
    clearInterval(timer);
    await Promise.allSettled([worker.close(), queue.close()]);
    connection.disconnect();
  };
}

/** Planning what is planned already would begin its pause anew each time: only what is missing is planned. */
async function planAll(queue: Queue, jobs: readonly Periodic[]): Promise<void> {
  for (const { name, everyMs } of jobs) {
    if (await queue.getJobScheduler(name)) continue;
    const opts = { removeOnComplete: true, removeOnFail: 10 };
    await queue.upsertJobScheduler(name, { every: everyMs }, { name, opts });
  }
}
