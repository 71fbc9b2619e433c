import { join } from "node:path";
import { migrate } from "#drizzle/migrate";
import { freePort } from "#sim/stack/free-port";
import { productProcesses } from "#sim/stack/product-processes";
import { startPostgres } from "#sim/stack/start-postgres";
import { startRedis } from "#sim/stack/start-redis";
import { serverVictim, type Victim } from "#sim/stack/victim";
import type { PlayTime } from "./play-time";

/** The product, whole and real, on ports and in a folder of its own; every process shows the play's time. */
export type ReplayStack = {
  folder: string;
  apiUrl: string;
  serviceToken: string;
  ownerUrl: string;
  redisUrl: string;
  servers: { postgres: Victim; redis: Victim };
  /** Our own processes, by name; their logs are `<name>.log`. */
  processes: Record<string, Victim>;
  startProcesses(): Promise<void>;
  /** Ends and starts our own processes: they read the play's time when they begin. */
  restartProcesses(): Promise<void>;
  stop(): Promise<void>;
};

/** Postgres, migrated, and Redis run when it resolves; the product's processes wait for `startProcesses`. */
export async function startReplayStack(folder: string, time: PlayTime): Promise<ReplayStack> {
  const [postgresPort, redisPort] = [await freePort(15_632), await freePort(16_579)];
  const postgres = serverVictim(() => startPostgres({ dataDir: join(folder, "postgres"), port: postgresPort }));
  const redis = serverVictim(() => startRedis({ dataDir: join(folder, "redis"), port: redisPort }));
  await Promise.all([postgres.start(), redis.start()]);
  const ownerUrl = postgres.url();
  await migrate(ownerUrl);
  const product = await productProcesses({ folder, databaseUrl: ownerUrl, redisUrl: redis.url(), env: time.env });
  const processes: Record<string, Victim> = { api: product.api, worker: product.worker };
  const startProcesses = async () => {
    for (const process of Object.values(processes)) await process.start();
  };
  const stopProcesses = () => Promise.all(Object.values(processes).map((process) => process.stop()));
  return {
    folder,
    apiUrl: product.apiUrl,
    serviceToken: product.serviceToken,
    ownerUrl,
    redisUrl: redis.url(),
    servers: { postgres, redis },
    processes,
    startProcesses,
    restartProcesses: async () => {
      await stopProcesses();
      await startProcesses();
    },
    stop: async () => {
      await stopProcesses();
      await redis.stop();
      await postgres.stop();
    },
  };
}
