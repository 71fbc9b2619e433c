/**
 * `bun run bench:board`: the dispatch board with 1,000 couriers who move every second and 300 open orders, in a real
 * browser. Prints two lines of JSON: what a frame costs (`scriptingLayoutP95Ms`, at most 8 ms), and how long a position
 * takes from a courier's device to the board and to his customer (at most 500 ms at p95), while all others move.
 */
import { setTimeout as pause } from "node:timers/promises";
import { raiseBrowserWorld } from "#sim/testing/browser-stage";
import { fillCity, ride } from "./busy-city";
import { carry, deviceToScreen } from "./device-to-screen";
import { frameCosts, p95, type TraceEvent } from "./frame-costs";

const SIZE = { orders: 300, couriers: 1_000 };
const WARM_UP_SECONDS = 10;
const MEASURED_SECONDS = 20;
/** Phones do not tell in step: a tenth of them every tenth of a second. */
const SLICES = 10;

const world = await raiseBrowserWorld();
const carried = await carry(world);
const couriers = await fillCity(world, SIZE);
const { app, page, close } = await world.openApp("dispatcher", "dispatch", { size: { width: 1_440, height: 860 } });
await app.waitForSelector(".order-card");
await app.waitForSelector(".map canvas");

const move = async (seconds: number) => {
  for (let step = 0; step < seconds * SLICES; step += 1) {
    ride(
      world,
      couriers.filter((_, index) => index % SLICES === step % SLICES),
      step,
    );
    await pause(1_000 / SLICES);
  }
};

await move(WARM_UP_SECONDS);
const categories = ["devtools.timeline", "v8", "disabled-by-default-v8.gc"];
await world.browser.startTracing(page, { categories });
await move(MEASURED_SECONDS);
const { traceEvents } = JSON.parse((await world.browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
const frames = frameCosts(traceEvents);
const busy = frames.filter((ms) => ms > 0);
const round = (ms: number) => Math.round(ms * 100) / 100;
console.log(
  JSON.stringify({
    bench: "board",
    ...SIZE,
    seconds: MEASURED_SECONDS,
    frames: frames.length,
    busyFrames: busy.length,
    scriptingLayoutP95Ms: round(p95(frames)),
    busyFrameP95Ms: round(p95(busy)),
    longestMs: round(Math.max(0, ...frames)),
    most: 8,
  }),
);
await close(); // one board draws at a time: without a graphics card each takes a core
const moving = move(MEASURED_SECONDS + WARM_UP_SECONDS);
console.log(
  JSON.stringify({ bench: "device to screen", ...SIZE, ...(await deviceToScreen(world, carried)), most: 500 }),
);
await moving;
await world.close();
process.exit(0);
