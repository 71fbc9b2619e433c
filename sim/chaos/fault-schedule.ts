import type { Random } from "#shared/kernel/random";
import type { Milliseconds } from "#shared/kernel/units";

export type Target = "api" | "worker" | "bot" | "redis" | "postgres";
/** `kill`: kill -9 and a fresh start. `freeze`: SIGSTOP, then SIGCONT: alive, but silent. */
export type Fault = { atMs: Milliseconds; target: Target; kind: "kill" | "freeze"; forMs: Milliseconds };

/** How often each falls, relative to the others. Redis comes back empty, Postgres replays its log. */
const WEIGHTS: readonly (readonly [Target, number])[] = [
  ["api", 30],
  ["worker", 20],
  ["bot", 25],
  ["redis", 15],
  ["postgres", 10],
];
const FREEZABLE: readonly Target[] = ["api", "worker", "bot"];
const FREEZE_SHARE = 0.15;
/** Between two blows, on average, unless told: what is not up again yet is struck once more. */
const USUAL_GAP_MS: Milliseconds = 900;

/**
 * What goes wrong and when, within `lengthMs`. The same random sequence gives the same schedule. It begins with one kill
 * of each target, so that even a short run has seen them all.
 */
export function faultSchedule(random: Random, lengthMs: Milliseconds, gapMs: Milliseconds = USUAL_GAP_MS): Fault[] {
  const faults: Fault[] = [];
  let atMs = 1_000;
  for (const [target] of WEIGHTS) {
    faults.push({ atMs: Math.round(atMs), target, kind: "kill", forMs: 0 });
    atMs += gapMs * (0.5 + random());
  }
  while (atMs < lengthMs) {
    faults.push(oneFault(random, Math.round(atMs)));
    atMs += gapMs * (0.5 + random());
  }
  return faults;
}

function oneFault(random: Random, atMs: Milliseconds): Fault {
  const target = pick(random);
  const freezes = random() < FREEZE_SHARE && FREEZABLE.includes(target);
  return { atMs, target, kind: freezes ? "freeze" : "kill", forMs: freezes ? Math.round(300 + random() * 1_700) : 0 };
}

function pick(random: Random): Target {
  let left = random() * WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [target, weight] of WEIGHTS) {
    left -= weight;
    if (left < 0) return target;
  }
  return "api";
}
