import { setTimeout as pause } from "node:timers/promises";
import type { ChaosStack } from "./chaos-stack";
import type { Fault } from "./fault-schedule";
import type { Outage } from "./telegram/outages";

/** Carries the schedule out, one blow after the other. @returns how many were killed, and what was dead when */
export async function breakThings(
  { victims }: ChaosStack,
  faults: readonly Fault[],
  say: (line: string) => void,
): Promise<{ kills: number; outages: Outage[] }> {
  const startMs = performance.now();
  const outages: Outage[] = [];
  let kills = 0;
  for (const { atMs, target, kind, forMs } of faults) {
    await pause(Math.max(0, atMs - (performance.now() - startMs)));
    const victim = victims[target];
    const fromMs = Date.now();
    if (kind === "kill") {
      say(`${(atMs / 1_000).toFixed(1)} s: kill -9 ${target}`);
      await victim.kill9();
      await victim.start();
      kills += 1;
    } else {
      say(`${(atMs / 1_000).toFixed(1)} s: freeze ${target} for ${forMs} ms`);
      victim.freeze();
      await pause(forMs);
      victim.thaw();
    }
    outages.push({ target, fromMs, untilMs: Date.now() });
  }
  return { kills, outages };
}
