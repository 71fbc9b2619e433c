/**
 * How long people wait for news. `idleP99Ms`: from the commit to the call of the Bot API with nothing else to do;
 * `eightP99Ms`: everything, at 35 orders a second (six messages each) over eight customer bots; `oneUrgentP99Ms`: what is
 * urgent, when one bot, which may send 30 messages a second, has it all to do; `oneCardP99Ms`: what the cards wait then.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { loadBotsConfig } from "#bots/config";
import { customerRenderers } from "#bots/customer/messages/renderers";
import { staffRenderers } from "#bots/dispatcher/messages/renderers";
import { createApi } from "#bots/kit/api";
import type { BotDeps } from "#bots/kit/create-bot";
import { createLog } from "#bots/kit/log";
import { startOutlet } from "#bots/kit/outlet/outlet";
import { createOutletApi } from "#bots/kit/outlet/outlet-api";
import { createRingMemory } from "#bots/kit/outlet/ring-memory";
import { connectRedis, createKeys } from "#bots/kit/redis";
import { createSendBudget } from "#bots/kit/send-budget";
import { listen } from "#bots/kit/start-bot";
import { wordsIn } from "#bots/kit/words";
import { startApi, startTelegram } from "#sim/stack/neighbours";
import { raiseStage } from "../orders/stage";
import { type Audience, type BenchBot, gather } from "./audience";
import { drive, gatherAt, quiet } from "./load";
import { createStopwatch, p50, p99 } from "./stopwatch";

const BOTS = 8;
const ORDERS = 640;
const SECONDS = 20;
const ORDERS_PER_SECOND = 35;

const stage = await raiseStage(console.error);
const folder = mkdtempSync(join(tmpdir(), "peyk-bench-telegram-"));
const telegram = await startTelegram(folder);
const api = await startApi(stage.env);
const stopwatch = createStopwatch();
const stops: (() => Promise<void>)[] = [];
try {
  const audience = await gather(stage, telegram.client, BOTS, ORDERS);
  const outlets = [...audience.bots, audience.staff].map((bot) => runOutlet(bot, audience));
  stops.push(...(await Promise.all(outlets)));
  await pause(2_000);

  await quiet({ stage, audience, stopwatch, seconds: SECONDS, perSecond: 5 });
  const idle = stopwatch.take();
  const load = { stage, audience, stopwatch, seconds: SECONDS, ordersPerSecond: ORDERS_PER_SECOND };
  await drive({ ...load, bots: audience.bots.map(({ id }) => id) });
  const eight = stopwatch.take();
  await gatherAt({ stage, audience }, audience.bots[0]!.id);
  await drive({ ...load, bots: [audience.bots[0]!.id] });
  const waiting = stopwatch.open();
  const one = stopwatch.take();
  console.log(
    JSON.stringify({
      idleP50Ms: p50(idle.cards),
      idleP99Ms: p99([...idle.cards, ...idle.urgent]),
      eightP99Ms: p99([...eight.cards, ...eight.urgent]),
      eightSent: eight.cards.length + eight.urgent.length,
      oneUrgentP99Ms: p99(one.urgent),
      oneUrgentSent: one.urgent.length,
      oneCardP50Ms: p50(one.cards),
      oneCardP99Ms: p99(one.cards),
      oneCardsStillWaiting: waiting,
    }),
  );
} finally {
  await Promise.all(stops.map((stop) => stop()));
  telegram.client.close();
  telegram.stop();
  api.stop();
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
}

async function runOutlet(bot: BenchBot, { customers }: Audience): Promise<() => Promise<void>> {
  const { env, config: apiConfig, deps } = stage;
  const config = loadBotsConfig({
    LOG_LEVEL: "error",
    API_URL: api.url,
    SERVICE_TOKEN: apiConfig.SERVICE_TOKEN,
    REDIS_URL: env.REDIS_URL!,
    REDIS_PREFIX: env.REDIS_PREFIX!,
    TELEGRAM_API_ROOT: telegram.url,
    PAYMENT_PROVIDER_TOKEN: "local:payments",
  });
  const redis = connectRedis(config.REDIS_URL, "bench-outlet");
  const keys = createKeys(config.REDIS_PREFIX);
  const access = { url: config.API_URL, serviceToken: config.SERVICE_TOKEN };
  const identity = {
    ...bot,
    organisationId: customers[0]!.organisationId,
    telegramId: Number(bot.token.split(":")[0]),
    username: bot.id,
    webhookSecret: "",
    timezone: "Asia/Tashkent",
  };
  const log = createLog(config);
  const budget = createSendBudget({ redis, keys, clock: deps.clock }, bot.id);
  const botDeps: BotDeps = { identity, config, access, redis, keys, clock: deps.clock, budget, log };
  const outlet = startOutlet({
    ...createOutletApi(botDeps),
    api: createApi(access, { botId: bot.id }),
    log,
    renderers: bot.kind === "staff" ? staffRenderers(identity.username) : customerRenderers(null),
    rings: createRingMemory(redis, keys, bot.id),
    wordsIn: (language) => wordsIn(language, identity.timezone),
    onSend: stopwatch.sent,
  });
  const deaf = await listen(botDeps, outlet.wake);
  return async () => {
    await outlet.stop();
    await deaf();
    redis.disconnect();
  };
}
