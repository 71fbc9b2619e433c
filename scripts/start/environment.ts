import { loadConfig } from "#api/config";
import { loadBotsConfig } from "#bots/config";
import { freePort } from "#sim/stack/free-port";
import { say } from "./say";
import type { Secrets } from "./secrets";

export type Env = Record<string, string | undefined>;

const TELEGRAM_PORT = 8081;
const CITY_PORT = 3003;

/**
 * What all our processes get: the person's own variables first, then free ports and this installation's secrets.
 * Checked before anything is started.
 * @throws ConfigProblem with all problems at once
 */
export async function environmentOf(own: Env, { POSTGRES_PASSWORD: _, ...secrets }: Secrets): Promise<Env> {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value));
  const servers = { DATABASE_URL: "postgres://to.be.started/peyk", REDIS_URL: "redis://to.be.started" };
  const config = loadConfig({ ...servers, ...secrets, ...given });
  const { BOTS_PORT } = loadBotsConfig({ ...servers, ...secrets, ...given });

  const port = await portNear("the API", config.PORT);
  const ports = {
    PORT: String(port),
    WORKER_PORT: String(await portNear("the worker", config.WORKER_PORT)),
    BOTS_PORT: String(await portNear("the bots", BOTS_PORT)),
  };
  const PUBLIC_URL = `http://localhost:${port}`;
  const addresses = { PUBLIC_URL, MINIAPPS_URL: given.PUBLIC_URL ?? PUBLIC_URL, API_URL: `http://127.0.0.1:${port}` };
  return { ...addresses, ...(await telegramOf(given)), ...secrets, ...given, ...ports };
}

/** The local Telegram, unless the person names another or means it. Its page may show the mini-apps in a frame. */
async function telegramOf(given: Env): Promise<Env> {
  if (given.TELEGRAM_API_ROOT || given.NODE_ENV === "production") return {};
  const port = await portNear("the local Telegram", TELEGRAM_PORT);
  const url = `http://127.0.0.1:${port}`;
  // The page has the mini-apps' own host name: in the frame of another one a browser may let them keep nothing.
  const pageUrl = `http://localhost:${port}`;
  return {
    LOCAL_TELEGRAM_URL: url,
    LOCAL_TELEGRAM_PAGE_URL: pageUrl,
    CITY_PORT: String(await freePort(CITY_PORT)),
    TELEGRAM_API_ROOT: url,
    PAYMENT_PROVIDER_TOKEN: "local:payments",
    MINIAPP_HOSTS: `${url} ${pageUrl}`,
  };
}

async function portNear(whose: string, wanted: number): Promise<number> {
  const port = await freePort(wanted);
  if (port !== wanted) say(`port ${wanted} is taken, ${whose} listens on ${port}`);
  return port;
}
