import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { CityDay } from "#sim/bench/dispatch/city/read-day";
import { printReport } from "./print-report";
import { replay } from "./replay";
import { chooseScene } from "./scene";

const folder = mkdtempSync(join(tmpdir(), "peyk-replay-spec-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOUR_S = 3_600;
const NOON_S = 12 * HOUR_S;
const COUNTER = { lat: 10, lng: 20 };

/** A few orders from two shops, and couriers nearby. */
function tinyDay(): CityDay {
  const orders = [0, 20, 40].map((s, n) => ({
    id: `o${n}`,
    pickup: { ...COUNTER, lng: COUNTER.lng + (n % 2) * 0.002 },
    dropoff: { lat: COUNTER.lat + 0.002, lng: COUNTER.lng + 0.001 * n },
    placedS: NOON_S + s,
    cookingS: NOON_S + s + 20,
    readyS: NOON_S + s + 120,
    promisedS: NOON_S + s + HOUR_S,
  }));
  const couriers = [0, 1, 2].map((n) => ({
    id: `c${n}`,
    vehicle: "motorcycle" as const,
    home: { ...COUNTER, lat: COUNTER.lat + 0.001 * n },
    onS: NOON_S - HOUR_S,
    offS: NOON_S + 4 * HOUR_S,
  }));
  return { orders, couriers };
}

it("plays a recorded day through the running product, and accounts for every order", { timeout: 180_000 }, async () => {
  const options = { day: "", fromS: NOON_S, toS: NOON_S + 60, fleet: 1, through: "api" as const, seed: 1, keep: false };
  const report = await replay(
    chooseScene(tinyDay(), { ...options, speed: 60 }),
    { ...options, speed: 60 },
    folder,
    () => {},
  );
  expect(report.violations).toEqual([]);
  expect(report.errors).toEqual([]);
  const lines: string[] = [];
  printReport(report, (line) => lines.push(line));
  const told = JSON.parse(lines.at(-1)!);
  expect(told).toMatchObject({ placed: 3, delivered: 3, cancelled: 0, errors: 0, violations: 0 });
  for (const key of ["escalated", "ctdMean", "ctdP90", "matchP99S", "notifyP99Ms", "apiP99Ms"])
    expect(told[key]).toBeGreaterThanOrEqual(0);
  expect(told.ctdMean).toBeGreaterThan(2);
});
