import { join } from "node:path";
import { randomUUIDv7 } from "bun";
import { DEVELOPMENT_SECRETS } from "#api/config";
import { createSecrets } from "#api/platform/secrets";
import { migrate } from "#drizzle/migrate";
import type { Seeded } from "#drizzle/seed";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import { freePort } from "#sim/stack/free-port";
import { startTelegram } from "#sim/stack/neighbours";
import { type Env, productProcesses } from "#sim/stack/product-processes";
import { startPostgres } from "#sim/stack/start-postgres";
import { startRedis } from "#sim/stack/start-redis";
import { serverVictim, type Victim } from "#sim/stack/victim";
import type { TelegramClient } from "#sim/telegram/client";
import { seedDatabase } from "#sim/testing/seed-database";
import type { Target } from "./fault-schedule";
import type { ChaosOptions } from "./options";
import { registerBots } from "./telegram/take-phones";

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

  const telegram = options.bots === "real" ? await startTelegram(join(folder, "telegram")) : null;
  if (telegram) await registerBots(telegram.client);
  const sentLog = join(folder, "sent.jsonl");
  const env = (): Env => (telegram ? { TELEGRAM_API_ROOT: telegram.url } : {});
  const product = await productProcesses({ folder, databaseUrl: ownerUrl, redisUrl: redisVictim.url(), env });
  const { apiUrl, serviceToken, api, worker } = product;
  const standIn = {
    CHAOS_API_URL: apiUrl,
    CHAOS_SENT_LOG: sentLog,
    CHAOS_SEED: String(options.seed),
    CHAOS_BOTS: JSON.stringify(seeded.bots),
    SERVICE_TOKEN: serviceToken,
  };
  const victims: Record<Target, Victim> = {
    postgres: postgresVictim,
    redis: redisVictim,
    api,
    worker,
    bot: telegram
      ? await product.bots()
      : product.ours("bot", `sim/chaos/${options.naive ? "naive" : "stand-in"}-bot.ts`, standIn),
  };
  await victims.api.start();
  await Promise.all([victims.worker.start(), victims.bot.start()]);
  return {
    apiUrl,
    serviceToken,
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
