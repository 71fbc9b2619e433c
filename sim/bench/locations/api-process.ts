import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { z } from "zod";
import type { PositionsAnswer } from "#shared/contracts/position";
import { freePort } from "#sim/stack/free-port";
import { diesWithUs } from "#sim/stack/spawn-server";
import type { Stage } from "../orders/stage";

/** The API in a process of its own, as the bots process sees it. */
export type ApiProcess = { pid: number; report(body: string): Promise<z.infer<typeof PositionsAnswer>>; stop(): void };

export async function startApi({ env, config, seeded }: Stage): Promise<ApiProcess> {
  const port = await freePort(0);
  const [program, ...words] = [...diesWithUs("SIGKILL"), process.execPath, "api/main.ts"];
  const child = spawn(program!, words, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: "inherit",
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url);
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${config.SERVICE_TOKEN}`,
    "x-bot-id": seeded.bots.courier!,
  };
  return {
    pid: child.pid!,
    async report(body) {
      const response = await fetch(`${url}/positions`, { method: "POST", headers, body });
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return (await response.json()) as z.infer<typeof PositionsAnswer>;
    },
    stop: () => void child.kill("SIGKILL"),
  };
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return;
    await pause(50);
  }
  throw new Error("the API did not come up");
}

/** Resident memory of a process, in MB. */
export const rssMbOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
