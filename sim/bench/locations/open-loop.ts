import { setTimeout as pause } from "node:timers/promises";
import { quantile } from "../dispatch/statistics";
import { type ApiProcess, rssMbOf } from "./api-process";
import { nextPositions, type Rider, rota } from "./fleet";

export type OpenLoad = { updatesPerSecond: number; perRequest: number; seconds: number };
export type OpenFigures = {
  sent: number;
  accepted: number;
  p50Ms: number;
  p99Ms: number;
  rssMb: number;
  rssSlopeMbPerMin: number;
};

/** Warm-up: the first third of the time says nothing about what memory does in the long run. */
const WARM_SHARE = 1 / 3;

/**
 * Positions at a steady pace that waits for no answer: a request is late from the moment at which it was due, so that a
 * stall shows in the times of everything behind it.
 */
export async function openLoop(api: ApiProcess, riders: readonly Rider[], load: OpenLoad): Promise<OpenFigures> {
  const next = rota(riders, load.perRequest);
  const everyMs = (1_000 * load.perRequest) / load.updatesPerSecond;
  const requests = Math.round((load.seconds * 1_000) / everyMs);
  const begin = performance.now();
  const memory: { minutes: number; mb: number }[] = [];
  const watch = setInterval(() => {
    memory.push({ minutes: (performance.now() - begin) / 60_000, mb: rssMbOf(api.pid) });
  }, 500);
  const answers: Promise<{ ms: number; accepted: number }>[] = [];
  for (let request = 0; request < requests; request += 1) {
    const dueAt = begin + request * everyMs;
    const early = dueAt - performance.now();
    if (early > 0) await pause(early);
    const sending = api.report(nextPositions(next(), Date.now()));
    answers.push(sending.then(({ accepted }) => ({ ms: performance.now() - dueAt, accepted })));
  }
  const done = await Promise.all(answers);
  clearInterval(watch);
  const times = done.map(({ ms }) => ms);
  const warm = memory.slice(Math.floor(memory.length * WARM_SHARE));
  return {
    sent: requests * load.perRequest,
    accepted: done.reduce((sum, { accepted }) => sum + accepted, 0),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    rssMb: memory.at(-1)?.mb ?? 0,
    rssSlopeMbPerMin: slope(warm),
  };
}

/** Least squares: how steeply memory grows over time. */
function slope(points: readonly { minutes: number; mb: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(({ minutes }) => minutes));
  const y = mean(points.map(({ mb }) => mb));
  const over = points.reduce((sum, { minutes, mb }) => sum + (minutes - x) * (mb - y), 0);
  const under = points.reduce((sum, { minutes }) => sum + (minutes - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
