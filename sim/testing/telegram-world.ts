import { Api } from "grammy";
import { startAlarmWorkers } from "#api/jobs/alarm-workers";
import { DEADLINES } from "#api/jobs/deadlines";
import { startSweeper } from "#api/jobs/sweep";
import { loadBotsConfig } from "#bots/config";
import { createLog } from "#bots/kit/log";
import { connectRedis, createKeys } from "#bots/kit/redis";
import { type RunningBots, runBots } from "#bots/run-bots";
import { LOCAL_BOTS, PEOPLE } from "#drizzle/seed/tashkent";
import { BOT_OF_ROLE, type BotKind } from "#shared/kernel/role";
import { freePort } from "#sim/stack/free-port";
import type { Phone } from "#sim/telegram/client/phone";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import { startTelegram, type Telegram } from "#sim/telegram/start-telegram";
import type { TestDatabase } from "./create-database";
import { createMovingClock } from "./moving-clock";
import { createWorld, createWorldOn, NOON, type World } from "./world";

export type TelegramWorld = World & {
  telegram: Telegram;
  /** Where Telegram pushes updates to, when it does. */
  webhookUrl: string | null;
  /** Somebody of the seed with the chat of their bot open on their phone. */
  chat(person: string, kind?: BotKind): Promise<PhoneChat>;
  phone(person: string): Promise<Phone>;
  /** Updates that Telegram still holds for a bot. */
  undelivered(kind: BotKind): Promise<number>;
  /** Stops the bots and starts them again, as after a deployment. */
  restartBots(): Promise<void>;
};

type Options = {
  speed?: number;
  env?: Record<string, string>;
  botsEnv?: Record<string, string>;
  /** Telegram pushes updates to the bots instead of being asked for them. */
  webhook?: boolean;
  /** Where the built mini-apps lie; the bots then offer them, and the local Telegram's page may show them. */
  miniapps?: string;
  /** Instead of one of the test run's: for what runs by itself. */
  database?: TestDatabase;
};

/**
 * The whole product against a local Telegram with its limits on: the real API on a port, the worker's jobs in this
 * process, the bots polling. What specs do here they do as people do, and they see what people see.
 */
export async function createTelegramWorld(options: Options = {}): Promise<TelegramWorld> {
  const { speed = 1, env = {}, botsEnv = {}, webhook = false, miniapps, database } = options;
  const port = await freePort(3_100 + (process.pid % 5_000));
  const telegramPort = await freePort(8_200 + (process.pid % 5_000));
  const clock = createMovingClock(NOON, speed);
  const PUBLIC_URL = `http://127.0.0.1:${port}`;
  const TELEGRAM_API_ROOT = `http://127.0.0.1:${telegramPort}`;
  const pages = { MINIAPPS_FOLDER: miniapps ?? "", MINIAPP_HOSTS: TELEGRAM_API_ROOT };
  const apiEnv = { PUBLIC_URL, TELEGRAM_API_ROOT, ...pages, ...env };
  const world = await (database ? createWorldOn(database, apiEnv, clock) : createWorld(apiEnv, clock));
  const server = world.app.listen({ hostname: "127.0.0.1", port });
  const stopAlarms = startAlarmWorkers(world.deps, DEADLINES);
  const stopSweeper = startSweeper(world.deps, DEADLINES);
  const telegram = await startTelegram({ clock, port: telegramPort });
  for (const { username, token, kind } of LOCAL_BOTS) telegram.createBot({ username, token, name: `Peyk ${kind}` });

  let bots: RunningBots | undefined;
  // Until the bots run, Telegram hears "not now" and pushes again.
  const hooks = webhook
    ? Bun.serve({
        hostname: "127.0.0.1",
        port: 0,
        fetch: async (request) => bots?.answer(request) ?? new Response(null, { status: 503 }),
      })
    : null;
  const config = loadBotsConfig({
    NODE_ENV: "test",
    ...(hooks && { BOTS_MODE: "webhook", WEBHOOK_URL: hooks.url.origin }),
    LOG_LEVEL: process.env.BOTS_LOG ?? "silent",
    API_URL: PUBLIC_URL,
    SERVICE_TOKEN: world.deps.config.SERVICE_TOKEN,
    REDIS_URL: world.deps.config.REDIS_URL,
    REDIS_PREFIX: world.deps.config.REDIS_PREFIX,
    TELEGRAM_API_ROOT: telegram.url,
    PAYMENT_PROVIDER_TOKEN: "local:payments",
    MINIAPPS_URL: miniapps ? PUBLIC_URL : "",
    ...botsEnv,
  });
  const redis = connectRedis(config.REDIS_URL, "bots");
  const house = { config, redis, keys: createKeys(config.REDIS_PREFIX), clock, log: createLog(config) };
  bots = await runBots(house);

  const phones = new Map<string, Promise<Phone>>();
  const phone = (key: string) => {
    const known = phones.get(key) ?? handOut(telegram, key);
    phones.set(key, known);
    return known;
  };
  return {
    ...world,
    telegram,
    webhookUrl: hooks?.url.origin ?? null,
    phone,
    chat: async (key, kind = BOT_OF_ROLE[personOf(key).roles[0]!]) => {
      const chat = await (await phone(key)).open(LOCAL_BOTS.find((bot) => bot.kind === kind)!.username);
      if (chat.messages.length === 0) await chat.start();
      return chat;
    },
    undelivered: async (kind) => {
      const { token } = LOCAL_BOTS.find((bot) => bot.kind === kind)!;
      return (await new Api(token, { apiRoot: telegram.url }).getWebhookInfo()).pending_update_count;
    },
    restartBots: async () => {
      await bots?.stop();
      bots = await runBots(house);
    },
    close: async () => {
      await bots?.stop();
      await hooks?.stop(true);
      redis.disconnect();
      await telegram.stop();
      await Promise.all([stopSweeper(), stopAlarms()]);
      await server.stop(true);
      await world.close();
    },
  };
}

const personOf = (key: string) => {
  const person = PEOPLE.find((row) => row.key === key);
  if (!person) throw new Error(`nobody called ${key} in the seed`);
  return person;
};

function handOut({ client }: Telegram, key: string): Promise<Phone> {
  const { telegramId: id, firstName, lastName, phone, language: languageCode } = personOf(key);
  return client.person({ id, firstName, lastName, phone, languageCode });
}
