/** How long it takes to find the 20 couriers nearest to a point, of 30,000, while their positions stream in: `p99Ms`. */
import { setTimeout as pause } from "node:timers/promises";
import { nearestCouriers } from "#api/modules/couriers/live-positions";
import { seededRandom } from "#shared/kernel/random";
import { quantile } from "../dispatch/statistics";
import { median } from "../orders/median";
import { raiseStage } from "../orders/stage";
import { startApi } from "./api-process";
import { hireFleet } from "./fleet";
import { openLoop } from "./open-loop";
import { warmUp } from "./warm-up";

const COURIERS = 30_000;
const NEAREST = 20;
const STREAM = { updatesPerSecond: 10_000, perRequest: 200 };
const RUNS = 5;
const SECONDS_PER_RUN = 5;
const QUERIES_PER_SECOND = 100;

const random = seededRandom(2);
const stage = await raiseStage(console.error);
const api = await startApi(stage);

/** @returns the milliseconds that each query took */
async function ask(): Promise<number[]> {
  const times: number[] = [];
  const begin = performance.now();
  for (let query = 0; query < SECONDS_PER_RUN * QUERIES_PER_SECOND; query += 1) {
    await pause(Math.max(0, begin + (query * 1_000) / QUERIES_PER_SECOND - performance.now()));
    const point = { lat: 41.3 + (random() - 0.5) * 0.2, lng: 69.26 + (random() - 0.5) * 0.2 };
    const from = performance.now();
    const found = await nearestCouriers(stage.deps, stage.seeded.regionId, point, NEAREST);
    times.push(performance.now() - from);
    if (found.length !== NEAREST) throw new Error(`found ${found.length} couriers`);
  }
  return times;
}

try {
  const riders = await hireFleet(stage, COURIERS, random);
  await warmUp(api, riders);
  const p99: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const [times, stream] = await Promise.all([ask(), openLoop(api, riders, { ...STREAM, seconds: SECONDS_PER_RUN })]);
    if (stream.accepted !== stream.sent) throw new Error("positions were refused");
    if (run > 0) p99.push(quantile(times, 0.99)); // the first run warms up
  }
  console.error(`p99 of each run: ${p99.map((ms) => ms.toFixed(2)).join(", ")} ms`);
  console.log(JSON.stringify({ p99Ms: Number(median(p99).toFixed(2)) }));
} finally {
  api.stop();
  await stage.close();
}
