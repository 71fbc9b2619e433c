import { join } from "node:path";
import { migrate } from "#drizzle/migrate";
import type { Milliseconds } from "#shared/kernel/units";
import { registerBots } from "#sim/chaos/telegram/take-phones";
import { freePort } from "#sim/stack/free-port";
import { productProcesses } from "#sim/stack/product-processes";
import { startPostgres } from "#sim/stack/start-postgres";
import { startRedis } from "#sim/stack/start-redis";
import { processVictim, serverVictim, type Victim } from "#sim/stack/victim";
import { createClient, type TelegramClient } from "#sim/telegram/client";
import type { ReplayOptions } from "./options";
import type { PlayTime } from "./play-time";

/** The product, whole and real, on ports and in a folder of its own; every process shows the play's time. */
export type ReplayStack = {
  folder: string;
  apiUrl: string;
  serviceToken: string;
  ownerUrl: string;
  redisUrl: string;
  servers: { postgres: Victim; redis: Victim };
  /** Where the real bots speak; `null` where the run is its own bots. */
  telegram: TelegramClient | null;
  /** Our own processes, by name; their logs are `<name>.log`. */
  processes: Record<string, Victim>;
  /** They read the play's time when they begin. */
  startProcesses(): Promise<void>;
  /** How long that took the last time. */
  bootMs(): Milliseconds;
  stopProcesses(): Promise<void>;
  stop(): Promise<void>;
};

/** Postgres, migrated, and Redis run when it resolves; the product's processes wait for `startProcesses`. */
export async function startReplayStack(
  folder: string,
  time: PlayTime,
  through: ReplayOptions["through"],
): Promise<ReplayStack> {
  const [postgresPort, redisPort] = [await freePort(15_632), await freePort(16_579)];
  const postgres = serverVictim(() => startPostgres({ dataDir: join(folder, "postgres"), port: postgresPort }));
  const redis = serverVictim(() => startRedis({ dataDir: join(folder, "redis"), port: redisPort }));
  await Promise.all([postgres.start(), redis.start()]);
  const ownerUrl = postgres.url();
  await migrate(ownerUrl);
  const telegram = through === "telegram" ? await localTelegram(folder, time) : null;
  const env = () => ({ ...time.env(), ...(telegram && { TELEGRAM_API_ROOT: telegram.url }) });
  const product = await productProcesses({ folder, databaseUrl: ownerUrl, redisUrl: redis.url(), env });
  const bots = telegram && (await product.bots());
  const processes: Record<string, Victim> = {
    ...(telegram && { telegram: telegram.process }),
    api: product.api,
    worker: product.worker,
    ...(bots && { bot: bots }),
  };
  let bootMs: Milliseconds = 0;
  const startProcesses = async () => {
    const startMs = performance.now();
    await telegram?.start();
    await Promise.all([product.api.start(), product.worker.start()]);
    await bots?.start();
    bootMs = performance.now() - startMs;
  };
  const stopProcesses = async () => {
    // First, and by itself: what a bot has in hand it sends and reports, or it would be sent again afterwards.
    await bots?.stop();
    await Promise.all(Object.values(processes).map((process) => process.stop()));
  };
  return {
    folder,
    apiUrl: product.apiUrl,
    serviceToken: product.serviceToken,
    ownerUrl,
    redisUrl: redis.url(),
    servers: { postgres, redis },
    telegram: telegram?.client ?? null,
    processes,
    startProcesses,
    bootMs: () => bootMs,
    stopProcesses,
    stop: async () => {
      telegram?.client.close();
      await stopProcesses();
      await redis.stop();
      await postgres.stop();
    },
  };
}

const ROOT = new URL("../../", import.meta.url).pathname;
const TOKEN = "local";

/** A local Telegram on the play's time, with the original's limits; the bots are made at its first start. */
async function localTelegram(folder: string, time: PlayTime) {
  const port = await freePort(18_081);
  const url = `http://127.0.0.1:${port}`;
  const process = processVictim({
    name: "telegram",
    file: "sim/telegram/main.ts",
    args: ["--port", String(port), "--data", join(folder, "telegram"), "--token", TOKEN],
    env: time.env,
    logFile: join(folder, "telegram.log"),
    root: ROOT,
    readyUrl: url,
  });
  const client = createClient({ url, token: TOKEN });
  let registered = false;
  const start = async () => {
    await process.start();
    if (!registered) await registerBots(client);
    registered = true;
  };
  return { url, client, process, start };
}
