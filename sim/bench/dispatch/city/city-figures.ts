import { gini, mean, quantile } from "../statistics";
import { GUARANTEE_PER_HOUR, PAY_PER_ORDER } from "./city-snapshots";
import type { CityRun } from "./city-world";
import type { CityCourier, CityOrder } from "./read-day";

const TARGET_MINUTES = 40;

/** The keys of the mdrp benchmark, then round times, memory, starved orders and how even the pay is. */
export function cityFigures(
  run: CityRun,
  orders: readonly CityOrder[],
  couriers: readonly CityCourier[],
  window: { fromS: number; toS: number },
): Record<string, number> {
  const ctd = run.deliveries.map(({ order, doorS }) => (doorS - order.placedS) / 60);
  const rtp = run.deliveries.map(({ order, bagS }) => (bagS - order.readyS) / 60);
  const pay = payOf(run, couriers, window);
  const row = {
    instances: 1,
    undelivered: (100 * (orders.length - run.deliveries.length)) / orders.length,
    ctd: mean(ctd),
    ctdP90: quantile(ctd, 0.9),
    overage: mean(ctd.map((minutes) => Math.max(0, minutes - TARGET_MINUTES))),
    rtp: mean(rtp),
    rtpP90: quantile(rtp, 0.9),
    cost: pay.total / 100 / run.deliveries.length,
    bundle: run.deliveries.length / Math.max(1, run.trips),
    rounds: run.roundMs.length,
    roundP50Ms: quantile(run.roundMs, 0.5),
    roundP99Ms: quantile(run.roundMs, 0.99),
    roundMaxMs: Math.max(...run.roundMs),
    roundCpuP50Ms: quantile(run.roundCpuMs, 0.5),
    roundCpuP99Ms: quantile(run.roundCpuMs, 0.99),
    roundCpuMaxMs: Math.max(...run.roundCpuMs),
    slowestRoundMs: Math.max(...run.roundMs),
    rssMb: run.rssMb,
    starved: run.starved,
    gini: gini(pay.perHour),
  };
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value * 1_000) / 1_000]));
}

/** Pay for hours inside the window; whoever was there for less than half an hour is left out of the comparison. */
function payOf(run: CityRun, couriers: readonly CityCourier[], { fromS, toS }: { fromS: number; toS: number }) {
  const carried = new Map<string, number>();
  for (const { courierId } of run.deliveries) carried.set(courierId, (carried.get(courierId) ?? 0) + 1);
  let total = 0;
  const perHour: number[] = [];
  for (const { id, onS, offS } of couriers) {
    const hours = Math.max(0, Math.min(toS, offS) - Math.max(fromS, onS)) / 3_600;
    const earned = (carried.get(id) ?? 0) * PAY_PER_ORDER;
    total += Math.max(earned, hours * GUARANTEE_PER_HOUR);
    if (hours >= 0.5) perHour.push(earned / hours);
  }
  return { total, perHour };
}
