import postgres from "postgres";
import { loadConfig } from "#api/config";
import { clockOf } from "#api/platform/create-deps";
import { freePort } from "#sim/stack/free-port";
import type { Part } from "#sim/start-page/check-health";
import { type StartPage, serveStartPage } from "#sim/start-page/start-page";
import { createCaller } from "#sim/telegram/client/caller";
import type { Env } from "./environment";

const START_PORT = 8080;

/** The page to begin with, served by this process; `null` where people have real phones. */
export async function openStartPage(env: Env, hasCity: boolean): Promise<StartPage | null> {
  const { LOCAL_TELEGRAM_URL: url, LOCAL_TELEGRAM_PAGE_URL: phonesUrl, TELEGRAM_SIM_TOKEN: token } = env;
  if (!url || !phonesUrl || !token) return null;
  return serveStartPage({
    port: await freePort(START_PORT),
    sql: postgres(env.DATABASE_URL!, { max: 2, idle_timeout: 60, onnotice: () => {} }),
    clock: clockOf(loadConfig(env)),
    call: createCaller({ url, token }),
    parts: partsOf(env, hasCity),
    places: { phonesUrl, token, apiUrl: env.PUBLIC_URL! },
    hasCity,
  });
}

function partsOf(env: Env, hasCity: boolean): Part[] {
  const at = (port: string | undefined, path = "/health/ready") => `http://127.0.0.1:${port}${path}`;
  return [
    { name: "api", readyUrl: at(env.PORT), metrics: at(env.PORT, "/metrics") },
    { name: "worker", readyUrl: at(env.WORKER_PORT), metrics: at(env.WORKER_PORT, "/metrics") },
    { name: "bots", readyUrl: at(env.BOTS_PORT) },
    { name: "telegram", readyUrl: env.LOCAL_TELEGRAM_URL! },
    ...(hasCity ? [{ name: "city", readyUrl: at(env.CITY_PORT, "/") }] : []),
  ];
}
