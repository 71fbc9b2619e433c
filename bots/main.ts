/** The process that runs every bot. Any number of them may run with webhooks; polling allows one. */
import { createClock } from "#shared/kernel/clock";
import { type BotsConfig, loadBotsConfig } from "./config";
import { createLog } from "./kit/log";
import { connectRedis, createKeys } from "./kit/redis";
import { runBots } from "./run-bots";

const config = loadBotsConfig(process.env);
const log = createLog(config);
const redis = connectRedis(config.REDIS_URL, "bots");
redis.on("error", (error) => log.warn({ err: error.message }, "Redis is away"));

const bots = await runBots({ config, log, redis, keys: createKeys(config.REDIS_PREFIX), clock: clockOf(config) });
const server = Bun.serve({
  hostname: config.HOST,
  port: config.BOTS_PORT,
  fetch: (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/health/ready")
      return new Response(`${bots.count()} bots`, { status: bots.count() > 0 ? 200 : 503 });
    return request.method === "POST" ? bots.answer(request) : new Response(null, { status: 404 });
  },
});
log.info({ bots: bots.count(), mode: config.BOTS_MODE, port: config.BOTS_PORT }, "the bots are ready");

await new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
});
log.info("stopping: what was heard is answered first");
await server.stop();
await bots.stop();
redis.disconnect();
process.exit(0);

/** The business clock, the same in every process of an installation. */
function clockOf({ CLOCK_ORIGIN, CLOCK_REAL_ORIGIN, CLOCK_SPEED }: BotsConfig) {
  const originMs = CLOCK_ORIGIN ? Date.parse(CLOCK_ORIGIN) : 0;
  const realOriginMs = CLOCK_REAL_ORIGIN ? Date.parse(CLOCK_REAL_ORIGIN) : 0;
  return createClock(Date.now, { originMs, realOriginMs, speed: CLOCK_SPEED });
}
