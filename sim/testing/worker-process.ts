import { freePort } from "#sim/stack/free-port";
import type { World } from "./world";

/** A real worker in a process of its own, on a world's database, Redis and clock. */
export type WorkerProcess = {
  /** As by `kill -9`: without a word to anybody. */
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

/** @param origin what the world's clock began with; it must run at the pace of real time */
export async function startWorker({ deps }: World, origin: Date): Promise<WorkerProcess> {
  const { DATABASE_URL, REDIS_URL, REDIS_PREFIX } = deps.config;
  const port = await freePort();
  const lateMs = deps.clock.now().getTime() - origin.getTime();
  const child = Bun.spawn([process.execPath, "api/worker.ts"], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      DATABASE_URL,
      DATABASE_CONNECTIONS: "4",
      REDIS_URL,
      REDIS_PREFIX,
      WORKER_PORT: String(port),
      CLOCK_ORIGIN: origin.toISOString(),
      CLOCK_REAL_ORIGIN: new Date(deps.clock.realNow().getTime() - lateMs).toISOString(),
    },
    stdout: "ignore",
    stderr: "inherit",
  });
  await ready(`http://127.0.0.1:${port}/health/ready`, child);
  const end = async (by: NodeJS.Signals) => {
    child.kill("SIGCONT"); // a frozen process hears nothing but -9
    child.kill(by);
    await child.exited;
  };
  return {
    kill: () => end("SIGKILL"),
    freeze: () => child.kill("SIGSTOP"),
    thaw: () => child.kill("SIGCONT"),
    stop: () => end("SIGTERM"),
  };
}

async function ready(url: string, child: Bun.Subprocess): Promise<void> {
  while (child.exitCode === null) {
    const reply = await fetch(url).catch(() => null);
    if (reply?.ok) return;
    await Bun.sleep(50);
  }
  throw new Error(`the worker ended with ${child.exitCode}`);
}
