/**
 * What it takes to know where 30,000 couriers are. `updatesPerSecond`, `p99Ms`, `rssMb`, `rssSlopeMbPerMin`: at a steady
 * 10,000 positions a second for a minute; `ratioRedis`: as fast as it goes, against bare pipelined GEOADD.
 */
import { seededRandom } from "#shared/kernel/random";
import { raiseStage } from "../orders/stage";
import { startApi } from "./api-process";
import { closedLoop } from "./closed-loop";
import { hireFleet } from "./fleet";
import { openLoop } from "./open-loop";
import { warmUp } from "./warm-up";
import { written } from "./written";

const COURIERS = 30_000;
const OPEN = { updatesPerSecond: 10_000, perRequest: 200, seconds: 60 };
const CLOSED = { rounds: 5, perRequest: 1_000, concurrency: 4, secondsPerRun: 3 };

const seconds = Number(process.argv[2] ?? OPEN.seconds);
const stage = await raiseStage(console.error);
const api = await startApi(stage);
try {
  const riders = await hireFleet(stage, COURIERS, seededRandom(1));
  const warm = await warmUp(api, riders);
  const open = await openLoop(api, riders, { ...OPEN, seconds });
  console.error(`open loop: ${open.accepted} of ${open.sent} accepted, p50 ${open.p50Ms.toFixed(1)} ms`);
  if (open.accepted !== open.sent) throw new Error("positions were refused");
  const rows = await written(stage, warm + open.sent);
  console.error(`history: ${rows} rows`);
  const closed = await closedLoop(api, stage.env.REDIS_URL!, riders, CLOSED);
  console.error(
    `closed loop: ${closed.apiPerSecond.toFixed(0)}/s through the API, ${closed.rawPerSecond.toFixed(0)}/s bare`,
  );
  const figures = {
    updatesPerSecond: open.sent / seconds,
    p99Ms: open.p99Ms,
    ratioRedis: closed.ratioRedis,
    rssMb: open.rssMb,
    rssSlopeMbPerMin: open.rssSlopeMbPerMin,
  };
  const rounded = Object.entries(figures).map(([key, value]) => [key, Number(value.toFixed(2))]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
} finally {
  api.stop();
  await stage.close();
}
