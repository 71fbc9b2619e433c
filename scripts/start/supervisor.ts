import { setTimeout as pause } from "node:timers/promises";

const FIRST_WAIT_MS = 250;
const LAST_WAIT_MS = 10_000;
/** What ran this long was healthy, and its next fall counts as the first. */
const HEALTHY_AFTER_MS = 30_000;

/** Something that runs beside us: a server of ours or one of our own processes. */
export type Running = { pid: number | null; ended: Promise<string>; stop(): Promise<void> };

export type Row<T extends Running> = {
  name: string;
  /** Resolves when it is ready for work; rejects at once when we want to stop meanwhile. */
  start(stopping: AbortSignal): Promise<T>;
};

export type Supervisor = {
  /** Start it and, from then on, whenever it falls. @throws what its first start throws */
  run<T extends Running>(row: Row<T>): Promise<T>;
  /** What was started last goes first. */
  stop(): Promise<void>;
};

type Options = { say(line: string): void; started(child: { name: string; pid: number }): void };

/** Keeps what it started running: what falls is started again, ever more slowly while it keeps falling. */
export function createSupervisor({ say, started }: Options): Supervisor {
  const running = new Map<string, Running>();
  const starting = new Set<Promise<Running>>();
  const stop = new AbortController();

  async function start<T extends Running>({ name, start }: Row<T>): Promise<T> {
    stop.signal.throwIfAborted();
    const attempt = start(stop.signal);
    starting.add(attempt);
    const one = await attempt.finally(() => starting.delete(attempt));
    running.set(name, one);
    if (one.pid !== null) started({ name, pid: one.pid });
    return one;
  }

  async function keep(row: Row<Running>, first: Running): Promise<void> {
    let one: Running | undefined = first;
    for (let falls = 1; ; falls += 1) {
      const since = performance.now();
      const cause: string = one ? await one.ended : "not ready";
      if (stop.signal.aborted) return;
      if (performance.now() - since > HEALTHY_AFTER_MS) falls = 1;
      const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (falls - 1), LAST_WAIT_MS);
      say(`${row.name} ended (${cause}), starting it again in ${waitMs / 1_000} s`);
      await pause(waitMs);
      if (stop.signal.aborted) return;
      one = await start(row).catch((error: Error) => say(error.message) ?? undefined);
    }
  }

  return {
    async run(row) {
      const one = await start(row);
      void keep(row, one);
      return one;
    },
    async stop() {
      stop.abort();
      await Promise.allSettled(starting);
      for (const one of [...running.values()].reverse()) await one.stop();
    },
  };
}
