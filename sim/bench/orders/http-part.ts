import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { NewOrder } from "#shared/contracts/order";
import { freePort } from "#sim/stack/free-port";
import { diesWithUs } from "#sim/stack/spawn-server";
import { quantile } from "../dispatch/statistics";
import { atOnce } from "./at-once";
import type { Customer } from "./customers";
import { median } from "./median";
import type { Stage } from "./stage";

export type HttpPart = { ordersPerSecond: number; p50Ms: number; p99Ms: number; rssMb: number };
export type HttpLoad = { rounds: number; orders: number; concurrency: number; perSecond: number; seconds: number };

/**
 * Orders over HTTP against an API in a process of its own: as fast as it can (closed loop), then at a steady pace that
 * does not wait for answers (open loop, so that a stall shows in the times), in turns.
 */
export async function httpPart(
  stage: Stage,
  customers: readonly Customer[],
  wishes: readonly NewOrder[],
  load: HttpLoad,
): Promise<HttpPart> {
  const api = await startApi(stage);
  let sent = 0;
  const order = async () => {
    const i = sent++;
    await send(api.url, customers[i % customers.length]!, wishes[i % wishes.length]!, `bench-${process.pid}-${i}`);
  };
  const throughput: number[] = [];
  const p50: number[] = [];
  const p99: number[] = [];
  try {
    await atOnce(load.concurrency, load.orders, order); // warm
    for (let round = 0; round < load.rounds; round += 1) {
      throughput.push(await atOnce(load.concurrency, load.orders, order));
      const times = await steadily(load, order);
      p50.push(quantile(times, 0.5));
      p99.push(quantile(times, 0.99));
    }
    return { ordersPerSecond: median(throughput), p50Ms: median(p50), p99Ms: median(p99), rssMb: rssMb(api.pid) };
  } finally {
    process.kill(api.pid, "SIGKILL");
  }
}

async function send(url: string, { token }: Customer, wish: NewOrder, key: string): Promise<void> {
  const response = await fetch(`${url}/orders`, {
    method: "POST",
    body: JSON.stringify(wish),
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "x-idempotency-key": key },
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
}

/** @returns the milliseconds that each order took, counted from when it was due */
async function steadily({ perSecond, seconds }: HttpLoad, order: () => Promise<void>): Promise<number[]> {
  const begin = performance.now();
  const due = Array.from({ length: perSecond * seconds }, (_, i) => begin + (i * 1_000) / perSecond);
  return Promise.all(
    due.map(async (at) => {
      await pause(Math.max(0, at - performance.now()));
      await order();
      return performance.now() - at;
    }),
  );
}

async function startApi({ env }: Stage): Promise<{ url: string; pid: number }> {
  const port = await freePort(0);
  const [program, ...words] = [...diesWithUs("SIGKILL"), process.execPath, "api/main.ts"];
  const child = spawn(program!, words, { env: { ...process.env, ...env, PORT: String(port) }, stdio: "inherit" });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return { url, pid: child.pid! };
    await pause(50);
  }
  throw new Error("the API did not come up");
}

const rssMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
