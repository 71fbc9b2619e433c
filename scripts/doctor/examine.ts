import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLive } from "../go-live/live-settings";
import type { Env } from "../start/environment";
import { runningAddresses } from "../start/instance";
import { checkBots } from "./check-bots";
import { checkConfiguration } from "./check-configuration";
import { checkDataFolder, checkPictures } from "./check-files";
import { checkPostgres } from "./check-postgres";
import { checkProcesses } from "./check-processes";
import { checkRedis } from "./check-redis";
import type { Finding } from "./finding";

/** Looks at everything that an installation stands on. Changes nothing. */
export async function examine(own: Env, data: string): Promise<Finding[]> {
  const addresses = runningAddresses(join(data, "running.json"));
  const env = installationEnv(own, data, addresses ?? {});
  const { DATABASE_URL } = env;
  const findings = await Promise.all([
    checkConfiguration(env),
    checkDataFolder(data),
    checkPostgres(DATABASE_URL),
    checkRedis(env.REDIS_URL),
    checkPictures(env),
    addresses ? checkProcesses(env) : [],
    DATABASE_URL ? checkBots(DATABASE_URL, env) : [],
  ]);
  return findings.flat();
}

/** As `npm start` puts it together; of a running start what it really took. */
function installationEnv(own: Env, data: string, addresses: Env): Env {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value));
  const secrets = join(data, "secrets.json");
  return {
    STORAGE_FOLDER: join(data, "storage"),
    ...(existsSync(secrets) ? JSON.parse(readFileSync(secrets, "utf8")) : {}),
    ...readLive(data),
    ...given,
    ...addresses,
  };
}
