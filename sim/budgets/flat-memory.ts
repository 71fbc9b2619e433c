import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession } from "playwright-core";
import { fillCity, ride } from "#sim/bench/board/busy-city";
import type { BrowserWorld } from "#sim/testing/browser-world";
import type { Figure } from "./figure";

const SIZE = { orders: 300, couriers: 1_000 };
/** Pools of the map and of the engine fill for a quarter of an hour of updates, from 22 to 25 MB. */
const WARM_UP_SECONDS = 240;
const SECONDS = Number(process.env.MEMORY_SECONDS ?? 120);
/** Everybody moves this often a second; phones tell once. */
const COMPRESSED = 5;
const MOST_PERCENT = 5;

/** How much the board's heap has grown, garbage taken out, after many updates of a full city. */
export async function flatMemory(world: BrowserWorld): Promise<Figure> {
  const couriers = await fillCity(world, SIZE);
  const { app, page, close } = await world.openApp("dispatcher", "dispatch", { size: { width: 1_440, height: 860 } });
  await app.waitForSelector(".order-card");
  await app.waitForSelector(".map canvas");
  const devtools = await page.context().newCDPSession(page); // one process, one heap, for the page and the frame in it
  const move = async (seconds: number) => {
    for (let step = 0; step < seconds * COMPRESSED; step += 1) {
      ride(world, couriers, step);
      await pause(1_000 / COMPRESSED);
    }
  };
  await move(WARM_UP_SECONDS);
  const before = await heapBytes(devtools);
  await move(SECONDS);
  const after = await heapBytes(devtools);
  await close();
  const value = Math.round((after / before - 1) * 1_000) / 10;
  const megabytes = [before, after].map((bytes) => (bytes / 1_000_000).toFixed(1)).join(" → ");
  const note = `${megabytes} MB over ${(SECONDS * COMPRESSED) / 60} min of updates in ${SECONDS / 60} min`;
  return { budget: "memory growth", app: "dispatch", value, unit: "%", most: MOST_PERCENT, note };
}

async function heapBytes(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return usedSize;
}
