import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { LARGE_ROUND_MS } from "#api/modules/dispatch/read-snapshot";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { quantile } from "#sim/bench/dispatch/statistics";
import type { House } from "./house";
import type { Outlet } from "./outlet";
import type { PlayTime } from "./play-time";
import type { ReplayStack } from "./replay-stack";

const EVERY_MS: Milliseconds = 5_000;
/** Business seconds by which the machine may be behind before the figures would be its own and not the product's. */
const LAG_MAX_S: Seconds = 15;
/** So many looks in a row: one bad moment is no reason. */
const PATIENCE = 3;
const SLOWEST = 1;

export type Pace = {
  /** By how many seconds the machine is behind, as of the last look. */
  lagS(): Seconds;
  slowdowns(): number;
  stop(): Promise<void>;
};

type Machine = { house: House; time: PlayTime; outlet: Pick<Outlet, "lagMs">; stack: ReplayStack; sql: postgres.Sql };

/**
 * Watches whether the machine keeps up: whether actors act in time, requests and news are quick and a dispatch round
 * ends before the next is due. Where it does not, the whole play goes on at half the speed.
 */
export function keepPace(machine: Machine, say: (line: string) => void): Pace {
  const { house, time, stack, outlet } = machine;
  let lagS = 0;
  let badLooks = 0;
  let slowdowns = 0;
  let stopped = false;
  let heard = 0;
  const run = async () => {
    while (!stopped) {
      await pause(EVERY_MS);
      const newsMs = outlet.lagMs.slice(heard);
      heard = outlet.lagMs.length;
      const p95 = [time.takeLateness(), house.takeMs(), newsMs].map((values) => quantile(values, 0.95));
      lagS =
        (Math.max(...p95, (await slowestRoundMs(machine)) - time.realMs(LARGE_ROUND_MS / 1_000)) * time.speed()) /
        1_000;
      badLooks = lagS > LAG_MAX_S ? badLooks + 1 : 0;
      if (badLooks < PATIENCE || time.speed() <= SLOWEST || stopped) continue;
      const slower = Math.max(SLOWEST, time.speed() / 2);
      say(`this machine is ${lagS.toFixed(0)} s behind at speed ${time.speed()}: going on at ${slower}`);
      await slowTo({ house, time, stack }, slower);
      slowdowns += 1;
      badLooks = 0;
    }
  };
  const running = run();
  return {
    lagS: () => lagS,
    slowdowns: () => slowdowns,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

/** Nobody asks anything while the processes are started anew with the new clock; every deadline is a row and waits. */
async function slowTo({ house, time, stack }: Pick<Machine, "house" | "time" | "stack">, speed: number): Promise<void> {
  await house.close();
  time.setSpeed(speed);
  await stack.restartProcesses();
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
