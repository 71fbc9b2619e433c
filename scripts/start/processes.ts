import type { Env } from "./environment";
import type { ProcessRow } from "./start-process";

/** What runs beside Postgres and Redis, in the order in which it starts. Stopping goes the other way round. */
export const processesOf = (env: Env): ProcessRow[] => [
  { name: "api", run: ["api/main.ts"], env, readyUrl: `http://127.0.0.1:${env.PORT}/health/ready` },
  { name: "worker", run: ["api/worker.ts"], env, readyUrl: `http://127.0.0.1:${env.WORKER_PORT}/health/ready` },
];
