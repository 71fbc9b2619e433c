import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { LARGE_ROUND_MS } from "#api/modules/dispatch/read-snapshot";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { quantile } from "#sim/bench/dispatch/statistics";
import { createGovernor } from "./governor";
import type { House } from "./house";
import type { PlayTime } from "./play-time";
import type { ReplayStack } from "./replay-stack";
import type { Wire } from "./wire";

const EVERY_MS: Milliseconds = 5_000;
/** By how many business seconds the machine is behind, and with what the most. */
export type Lag = { s: Seconds; with: string };

export type Pace = {
  /** As of the last look. */
  lag(): Lag;
  slowdowns(): number;
  /** Never resolves; rejects when the processes do not come back. */
  broken: Promise<never>;
  stop(): Promise<void>;
};

type Machine = { house: House; time: PlayTime; wire: Pick<Wire, "lagMs">; stack: ReplayStack; sql: postgres.Sql };

/**
 * Watches whether the machine keeps up: whether actors act in time, requests and news are quick and a dispatch round
 * ends before the next is due. Where it does not, the whole play goes on at half the speed, until the machine has been
 * at ease for a while.
 */
export function keepPace(machine: Machine, say: (line: string) => void): Pace {
  const { time } = machine;
  const governor = createGovernor(time.speed());
  const meter = lagMeter(machine);
  let lag: Lag = { s: 0, with: "nothing" };
  let stopped = false;
  const look = async () => {
    lag = await meter();
    const speed = governor.look(lag.s);
    if (speed === null || stopped) return;
    const why = speed > time.speed() ? "is at ease" : `is ${lag.s.toFixed(0)} s behind with ${lag.with}`;
    say(`this machine ${why} at speed ${time.speed()}: going on at ${speed}`);
    await goOnAt(machine, speed);
  };
  const run = async () => {
    while (!stopped) {
      await pause(EVERY_MS);
      await look();
    }
  };
  const broken = Promise.withResolvers<never>();
  const running = run().catch(broken.reject);
  return {
    broken: broken.promise,
    lag: () => lag,
    slowdowns: governor.slowdowns,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

/** The 95th percentile of what was late since the last look, and of rounds the slowest. */
function lagMeter(machine: Machine): () => Promise<Lag> {
  const { house, time, wire } = machine;
  let heard = 0;
  return async () => {
    const newsMs = wire.lagMs.slice(heard);
    heard = wire.lagMs.length;
    const late: [string, Milliseconds][] = [
      ["its people", quantile(time.takeLateness(), 0.95)],
      ["the API", quantile(house.takeMs(), 0.95)],
      ["the news", quantile(newsMs, 0.95)],
      ["dispatch rounds", (await slowestRoundMs(machine)) - time.realMs(LARGE_ROUND_MS / 1_000)],
    ];
    const [most] = late.sort(([, a], [, b]) => b - a);
    return { s: (Math.max(0, most![1]) * time.speed()) / 1_000, with: most![0] };
  };
}

/** In which the processes come up, at least; else half as long again as they took before. */
const BOOT_LEAST_MS: Milliseconds = 3_000;
const BOOT_MARGIN = 1.5;

/**
 * The clock stands still and nobody asks anything while the processes are started anew with another speed. Every deadline
 * is a row and waits; what is in Redis stays.
 */
async function goOnAt({ house, time, stack }: Machine, speed: number): Promise<void> {
  await house.close();
  time.stop();
  await stack.stopProcesses();
  time.begin(time.nowS(), speed, Math.max(BOOT_LEAST_MS, BOOT_MARGIN * stack.bootMs()));
  await stack.startProcesses();
  time.takeLateness();
  house.takeMs();
  house.open();
}

/** Of the rounds since the last look, in machine time. */
async function slowestRoundMs({ sql, time }: Machine): Promise<Milliseconds> {
  const since = new Date(time.nowMs() - EVERY_MS * time.speed());
  const [row] = await sql<
    { ms: number | null }[]
  >`select max(duration_ms) as ms from dispatch_rounds where at > ${since}`;
  return row?.ms ?? 0;
}
