import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { randomUUIDv7 } from "bun";
import { DEVELOPMENT_SECRETS } from "#api/config";
import { createSecrets } from "#api/platform/secrets";
import { migrate } from "#drizzle/migrate";
import type { Seeded } from "#drizzle/seed";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import { freePort } from "#sim/stack/free-port";
import { startTelegram } from "#sim/stack/neighbours";
import type { Server } from "#sim/stack/server";
import { startPostgres } from "#sim/stack/start-postgres";
import { startRedis } from "#sim/stack/start-redis";
import type { TelegramClient } from "#sim/telegram/client";
import { seedDatabase } from "#sim/testing/seed-database";
import type { Target } from "./fault-schedule";
import type { ChaosOptions } from "./options";
import { registerBots } from "./telegram/take-phones";
import { processVictim, type Victim } from "./victim";

export type ChaosStack = {
  apiUrl: string;
  serviceToken: string;
  ownerUrl: string;
  seeded: Seeded;
  sentLog: string;
  victims: Record<Target, Victim>;
  /** Where the real bots speak; `null` where a stand-in plays Telegram. Nobody kills it. */
  telegram: TelegramClient | null;
  stop(): Promise<void>;
};

const ROOT = new URL("../../", import.meta.url).pathname;

/** Everything the product needs, on ports and folders of its own, with fsync on: what is acknowledged is on the disk. */
export async function startChaosStack(folder: string, options: ChaosOptions): Promise<ChaosStack> {
  const postgresPort = await freePort(15_432);
  const redisPort = await freePort(16_379);
  const postgresVictim = serverVictim(() => startPostgres({ dataDir: join(folder, "postgres"), port: postgresPort }));
  // Without `durable` it starts empty every time.
  const redisVictim = serverVictim(() => startRedis({ dataDir: join(folder, "redis"), port: redisPort }));
  await Promise.all([postgresVictim.start(), redisVictim.start()]);
  const ownerUrl = postgresVictim.url();
  await migrate(ownerUrl);
  const seeded = await seedChaos(ownerUrl);

  const port = await freePort(13_000);
  const workerPort = await freePort(13_500);
  const telegram = options.bots === "real" ? await startTelegram(join(folder, "telegram")) : null;
  if (telegram) await registerBots(telegram.client);
  const apiUrl = `http://127.0.0.1:${port}`;
  const sentLog = join(folder, "sent.jsonl");
  const env = {
    NODE_ENV: "test",
    DATABASE_URL: ownerUrl,
    REDIS_URL: redisVictim.url(),
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    PUBLIC_URL: apiUrl,
    STORAGE_FOLDER: join(folder, "storage"),
    LOG_LEVEL: "warn",
    RATE_PER_SECOND: "100000",
    RATE_ORDERS_PER_SECOND: "100000",
    ...(telegram && { TELEGRAM_API_ROOT: telegram.url }),
  };
  const ours = (name: string, file: string, more: Record<string, string>, readyUrl?: string) =>
    processVictim({
      name,
      file,
      env: { ...env, ...more },
      logFile: join(folder, `${name}.log`),
      root: ROOT,
      ...(readyUrl ? { readyUrl } : {}),
    });
  const botsPort = await freePort(13_900);
  const realBots = { API_URL: apiUrl, SERVICE_TOKEN: DEVELOPMENT_SECRETS.SERVICE_TOKEN, BOTS_PORT: String(botsPort) };
  const standIn = {
    CHAOS_API_URL: apiUrl,
    CHAOS_SENT_LOG: sentLog,
    CHAOS_SEED: String(options.seed),
    CHAOS_BOTS: JSON.stringify(seeded.bots),
    SERVICE_TOKEN: DEVELOPMENT_SECRETS.SERVICE_TOKEN,
  };
  const victims: Record<Target, Victim> = {
    postgres: postgresVictim,
    redis: redisVictim,
    api: ours("api", "api/main.ts", {}, `${apiUrl}/health/live`),
    worker: ours("worker", "api/worker.ts", {}, `http://127.0.0.1:${workerPort}/health/live`),
    bot: telegram
      ? ours("bot", "bots/main.ts", realBots, `http://127.0.0.1:${botsPort}/health/ready`)
      : ours("bot", `sim/chaos/${options.naive ? "naive" : "stand-in"}-bot.ts`, standIn),
  };
  await victims.api.start();
  await Promise.all([victims.worker.start(), victims.bot.start()]);
  return {
    apiUrl,
    serviceToken: DEVELOPMENT_SECRETS.SERVICE_TOKEN,
    ownerUrl,
    seeded,
    sentLog,
    victims,
    telegram: telegram?.client ?? null,
    async stop() {
      telegram?.client.close();
      for (const target of ["bot", "worker", "api", "redis", "postgres"] as const) await victims[target].stop();
      telegram?.stop();
    },
  };
}

function seedChaos(ownerUrl: string): Promise<Seeded> {
  const { encrypt } = createSecrets(DEVELOPMENT_SECRETS.ENCRYPTION_KEY);
  return seedDatabase(ownerUrl, { newId: () => randomUUIDv7(), at: new Date(), encrypt, bots: LOCAL_BOTS });
}

const PORT_WAIT_MS = 100;

/** Postgres or Redis as a victim: it comes back where its clients look for it, once the system lets go of the port. */
function serverVictim(start: () => Promise<Server>): Victim & { url(): string } {
  let server: Server | null = null;
  let home: string | null = null;
  return {
    url: () => server!.url,
    async start() {
      server = await start();
      home ??= server.url;
      while (server.url !== home) {
        await server.kill9();
        await pause(PORT_WAIT_MS);
        server = await start();
      }
    },
    kill9: async () => server?.kill9(),
    stop: async () => server?.stop(),
    freeze: () => {},
    thaw: () => {},
    crashes: () => 0,
  };
}
