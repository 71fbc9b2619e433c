import { loadConfig } from "#api/config";
import { freePort } from "#sim/stack/free-port";
import { say } from "./say";
import type { Secrets } from "./secrets";

export type Env = Record<string, string | undefined>;

/**
 * What all our processes get: the person's own variables first, then free ports and this installation's secrets.
 * Checked before anything is started.
 * @throws ConfigProblem with all problems at once
 */
export async function environmentOf(own: Env, { POSTGRES_PASSWORD: _, ...secrets }: Secrets): Promise<Env> {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value));
  const servers = { DATABASE_URL: "postgres://to.be.started/peyk", REDIS_URL: "redis://to.be.started" };
  const config = loadConfig({ ...servers, ...secrets, ...given });

  const port = await portNear("the API", config.PORT);
  const workerPort = await portNear("the worker", config.WORKER_PORT);
  const ports = { PORT: String(port), WORKER_PORT: String(workerPort) };
  return { PUBLIC_URL: `http://localhost:${port}`, ...secrets, ...given, ...ports };
}

async function portNear(whose: string, wanted: number): Promise<number> {
  const port = await freePort(wanted);
  if (port !== wanted) say(`port ${wanted} is taken, ${whose} listens on ${port}`);
  return port;
}
