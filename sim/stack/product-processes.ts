import { join } from "node:path";
import { DEVELOPMENT_SECRETS } from "#api/config";
import { freePort } from "./free-port";
import { processVictim, type Victim } from "./victim";

const ROOT = new URL("../../", import.meta.url).pathname;

export type Env = Record<string, string>;

/** API and worker as processes of their own; `ours` starts more of them with the same configuration. */
export type ProductProcesses = {
  apiUrl: string;
  serviceToken: string;
  api: Victim;
  worker: Victim;
  /** The bots of this installation, speaking to this API. */
  bots(): Promise<Victim>;
  ours(name: string, file: string, more: Env, readyUrl?: string): Victim;
};

type Product = {
  /** For logs and uploads. */
  folder: string;
  databaseUrl: string;
  redisUrl: string;
  /** Over what is here anyway; asked anew with each start of a process. */
  env: () => Env;
};

/** The product's processes on free ports, with nobody's limits on how often one may ask. None is started yet. */
export async function productProcesses({ folder, databaseUrl, redisUrl, env }: Product): Promise<ProductProcesses> {
  const port = await freePort(13_000);
  const workerPort = await freePort(13_500);
  const apiUrl = `http://127.0.0.1:${port}`;
  const common = {
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    PUBLIC_URL: apiUrl,
    STORAGE_FOLDER: join(folder, "storage"),
    LOG_LEVEL: "warn",
    RATE_PER_SECOND: "100000",
    RATE_ORDERS_PER_SECOND: "100000",
  };
  const ours: ProductProcesses["ours"] = (name, file, more, readyUrl) =>
    processVictim({
      name,
      file,
      env: () => ({ ...common, ...env(), ...more }),
      logFile: join(folder, `${name}.log`),
      root: ROOT,
      ...(readyUrl ? { readyUrl } : {}),
    });
  const serviceToken = DEVELOPMENT_SECRETS.SERVICE_TOKEN;
  return {
    apiUrl,
    serviceToken,
    api: ours("api", "api/main.ts", {}, `${apiUrl}/health/live`),
    worker: ours("worker", "api/worker.ts", {}, `http://127.0.0.1:${workerPort}/health/live`),
    async bots() {
      const botsPort = await freePort(13_900);
      const more = { API_URL: apiUrl, SERVICE_TOKEN: serviceToken, BOTS_PORT: String(botsPort) };
      return ours("bot", "bots/main.ts", more, `http://127.0.0.1:${botsPort}/health/ready`);
    },
    ours,
  };
}
