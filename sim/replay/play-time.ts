import { setTimeout as pause } from "node:timers/promises";
import { type ClockSettings, createClock } from "#shared/kernel/clock";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import type { Env } from "#sim/stack/product-processes";

/** The recorded days have no date; this Monday plays them all. Midnight in the city's own timezone, which is UTC. */
const DAY_START_MS = Date.parse("2026-03-02T00:00:00.000Z");

/** A sleeper looks at the clock again this often, in case its speed was changed meanwhile. */
const NAP_MS: Milliseconds = 500;

/** Longer than anybody waits. */
const FOR_EVER_MS: Milliseconds = 86_400_000;

/** The one clock of a replay, for its actors and for every process: seconds since midnight of the recorded day. */
export type PlayTime = {
  speed(): number;
  nowS(): Seconds;
  /** Of the business, since 1970. */
  nowMs(): Milliseconds;
  at(s: Seconds): Date;
  /** How long a stretch of business time takes. */
  realMs(s: Seconds): Milliseconds;
  until(s: Seconds): Promise<void>;
  pass(s: Seconds): Promise<void>;
  /** What a process needs to show the same time. */
  env(): Env;
  /** The clock shows `s` and goes on from there in `inMs` real milliseconds, at `speed`. Processes must be started anew. */
  begin(s: Seconds, speed: number, inMs: Milliseconds): void;
  /** Stands still until it begins anew. */
  stop(): void;
  /** By how many real milliseconds sleepers woke too late since the last call: what the actors' own machine costs. */
  takeLateness(): Milliseconds[];
};

/** The clock shows `startS` at once. */
export function createPlayTime(startS: Seconds, speed: number): PlayTime {
  let settings: ClockSettings = { originMs: DAY_START_MS + startS * 1_000, realOriginMs: Date.now(), speed };
  let clock = createClock(Date.now, settings);
  const begin = (originMs: Milliseconds, to: number, inMs: Milliseconds) => {
    settings = { originMs: Math.round(originMs), realOriginMs: Date.now() + inMs, speed: to };
    clock = createClock(Date.now, settings);
  };
  let lateness: Milliseconds[] = [];
  const nowMs = () => clock.now().getTime();
  const nowS = () => (nowMs() - DAY_START_MS) / 1_000;
  const until = async (s: Seconds) => {
    const due = new Date(DAY_START_MS + s * 1_000);
    if (nowS() >= s) return;
    for (let leftMs = clock.realMsUntil(due); leftMs > 0; leftMs = clock.realMsUntil(due))
      await pause(Math.min(leftMs, NAP_MS));
    lateness.push(clock.realMs((nowS() - s) * 1_000));
  };
  return {
    speed: () => settings.speed,
    nowS,
    nowMs,
    at: (s) => new Date(DAY_START_MS + s * 1_000),
    realMs: (s) => clock.realMs(s * 1_000),
    until,
    pass: (s) => until(nowS() + s),
    env: () => ({
      CLOCK_ORIGIN: new Date(settings.originMs).toISOString(),
      CLOCK_REAL_ORIGIN: new Date(settings.realOriginMs).toISOString(),
      CLOCK_SPEED: String(settings.speed),
    }),
    begin: (s, to, inMs) => begin(DAY_START_MS + s * 1_000, to, inMs),
    stop: () => begin(nowMs(), settings.speed, FOR_EVER_MS),
    takeLateness: () => {
      const taken = lateness;
      lateness = [];
      return taken;
    },
  };
}
