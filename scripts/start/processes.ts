import { join } from "node:path";
import type { Env } from "./environment";
import { furnishTelegram } from "./furnish-telegram";
import type { ProcessRow } from "./start-process";

/**
 * What runs beside Postgres and Redis. The rows of one group start together, and the next group when all of them are
 * ready. Stopping goes the other way round.
 */
export const processesOf = (env: Env, data: string): ProcessRow[][] => [
  [
    { name: "api", run: ["api/main.ts"], env, readyUrl: `http://127.0.0.1:${env.PORT}/health/ready` },
    { name: "worker", run: ["api/worker.ts"], env, readyUrl: `http://127.0.0.1:${env.WORKER_PORT}/health/ready` },
    ...(env.LOCAL_TELEGRAM_URL ? [localTelegram(env, env.LOCAL_TELEGRAM_URL, data)] : []),
  ],
  [{ name: "bots", run: ["bots/main.ts"], env, readyUrl: `http://127.0.0.1:${env.BOTS_PORT}/health/ready` }],
];

/** The people of the city, who need everything else. Without a local Telegram they have no phones. */
export const cityOf = (env: Env): ProcessRow | null =>
  env.LOCAL_TELEGRAM_URL
    ? { name: "city", run: ["sim/city/main.ts"], env, readyUrl: `http://127.0.0.1:${env.CITY_PORT}` }
    : null;

/** Telegram itself is not needed to try everything; who names a TELEGRAM_API_ROOT goes there instead. */
const localTelegram = (env: Env, url: string, data: string): ProcessRow => ({
  name: "telegram",
  run: ["sim/telegram/main.ts", "--port", new URL(url).port, "--data", join(data, "telegram")],
  env,
  readyUrl: url,
  afterwards: () => furnishTelegram(url, env.TELEGRAM_SIM_TOKEN!),
});
