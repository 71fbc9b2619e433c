/** Kills things while orders arrive, and counts what is missing afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "#shared/kernel/random";
import { untilCalm } from "./calm";
import { gatherCast } from "./cast";
import { type ChaosStack, startChaosStack } from "./chaos-stack";
import { rush } from "./customers";
import { type Fault, faultSchedule } from "./fault-schedule";
import { createJournal } from "./journal";
import { judge } from "./judge";
import { chaosOptions } from "./options";
import { runRiders } from "./riders";
import { readSent } from "./sent-log";
import { runDispatcher, runKitchen } from "./shop-floor";

const CALM_LIMIT_MS = 300_000;
const say = (line: string) => console.error(line);

const options = chaosOptions(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), "peyk-chaos-"));
const bot = { file: options.naive ? "sim/chaos/naive-bot.ts" : "sim/chaos/stand-in-bot.ts", seed: options.seed };
say(`chaos: seed ${options.seed}, ${options.ordersPerSecond} orders/s for ${options.seconds} s, logs in ${folder}`);
const stack = await startChaosStack(folder, bot);
let failed = true;
try {
  failed = await run(stack);
} finally {
  await stack.stop();
  if (!options.keep && !failed) rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function run(stack: ChaosStack): Promise<boolean> {
  const cast = await gatherCast(stack);
  const journal = createJournal();
  let phase: "rush" | "closing" | "over" = "rush";
  // Each actor draws from a sequence of its own, so that one's luck does not change another's.
  const floor = (actor: number) => ({
    cast,
    journal,
    random: seededRandom(options.seed * 100 + actor),
    closing: () => phase !== "rush",
    until: () => phase === "over",
  });
  await cast.dispatcher.call("POST", "/me/shift/start", {});
  const actors = [runKitchen(floor(1)), runDispatcher(floor(2)), runRiders(floor(3))];

  const faults = faultSchedule(seededRandom(options.seed), options.seconds * 1_000);
  const [, kills] = await Promise.all([rush({ ...options, ...floor(4) }), breakThings(stack, faults)]);
  phase = "closing";
  say("the rush is over, waiting for calm");
  // The naive bot drains no ledger: what is due there says nothing about it.
  const calm = await untilCalm(stack.ownerUrl, options.naive ? 20_000 : CALM_LIMIT_MS);
  phase = "over";
  await Promise.all(actors);

  const verdict = await judge(stack.ownerUrl, journal, readSent(stack.sentLog), cast);
  const { violations, ...counts } = verdict;
  const crashes = Object.values(stack.victims).reduce((sum, victim) => sum + victim.crashes(), 0);
  if (calm.left) violations.push(`not calm: ${JSON.stringify(calm.left)}`);
  for (const violation of options.naive ? [] : violations) say(`VIOLATION ${violation}`);
  const { seed } = options;
  console.log(
    JSON.stringify({ seed, kills, ...counts, secondsToCalm: calm.seconds, crashes, violations: violations.length }),
  );
  const losses = counts.missing + counts.doubled + counts.lostNotifications;
  return options.naive ? losses === 0 : losses + violations.length > 0;
}

/** @returns how many were killed */
async function breakThings({ victims }: ChaosStack, faults: Fault[]): Promise<number> {
  const startMs = performance.now();
  let kills = 0;
  for (const { atMs, target, kind, forMs } of faults) {
    await pause(Math.max(0, atMs - (performance.now() - startMs)));
    const victim = victims[target];
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
  }
  return kills;
}
