/** Kills things while orders arrive, and counts what is missing afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "#shared/kernel/random";
import { breakThings } from "./break-things";
import { untilCalm } from "./calm";
import { gatherCast } from "./cast";
import { type ChaosStack, startChaosStack } from "./chaos-stack";
import { rush } from "./customers";
import { faultSchedule } from "./fault-schedule";
import { heardByStandIn } from "./heard";
import { createJournal } from "./journal";
import { ENDED, judge } from "./judge";
import { chaosOptions } from "./options";
import { runRiders } from "./riders";
import { readSent } from "./sent-log";
import { runDispatcher, runKitchen } from "./shop-floor";
import { ALL_IS_SHOWN, shownIn } from "./telegram/shown";
import { takePhones } from "./telegram/take-phones";
import { whatPhonesShowed } from "./what-phones-showed";

const CALM_LIMIT_MS = 300_000;
const say = (line: string) => console.error(line);

const options = chaosOptions(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), "peyk-chaos-"));
const { seed, seconds, ordersPerSecond } = options;
say(`chaos: seed ${seed}, ${ordersPerSecond} orders/s for ${seconds} s, ${options.bots} bots, logs in ${folder}`);
const stack = await startChaosStack(folder, options);
let failed = true;
try {
  failed = await run(stack);
} finally {
  await stack.stop();
  if (!options.keep && !failed) rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function run(stack: ChaosStack): Promise<boolean> {
  const { ownerUrl, telegram } = stack;
  const cast = await gatherCast(stack);
  const log = telegram && (await takePhones(telegram, cast));
  const journal = createJournal();
  let phase: "rush" | "closing" | "over" = "rush";
  // Each actor draws from a sequence of its own, so that one's luck does not change another's.
  const floor = (actor: number) => ({
    cast,
    journal,
    random: seededRandom(options.seed * 100 + actor),
    shown: log ? shownIn(log) : ALL_IS_SHOWN,
    closing: () => phase !== "rush",
    until: () => phase === "over",
  });
  await cast.dispatcher.call("POST", "/me/shift/start", {});
  const actors = [runKitchen(floor(1)), runDispatcher(floor(2)), runRiders(floor(3))];

  const faults = faultSchedule(seededRandom(seed), seconds * 1_000);
  const [, { kills, outages }] = await Promise.all([
    rush({ ...options, ...floor(4) }),
    breakThings(stack, faults, say),
  ]);
  phase = "closing";
  say("the rush is over, waiting for calm");
  // The naive bot drains no ledger: what is due there says nothing about it.
  const calm = await untilCalm(ownerUrl, options.naive ? 20_000 : CALM_LIMIT_MS);
  phase = "over";
  await Promise.all(actors);

  const heard = log
    ? await whatPhonesShowed({ ownerUrl, cast, journal, log, outages })
    : heardByStandIn(journal, readSent(stack.sentLog), { kitchenOf: () => [cast.kitchen.telegramId], ended: ENDED });
  const { violations, ...counts } = await judge(ownerUrl, journal, heard);
  const crashes = Object.values(stack.victims).reduce((sum, victim) => sum + victim.crashes(), 0);
  if (calm.left) violations.push(`not calm: ${JSON.stringify(calm.left)}`);
  for (const violation of options.naive ? [] : violations) say(`VIOLATION ${violation}`);
  const { lateRings = 0 } = heard;
  const found = {
    ...counts,
    ...(log && { lateRings }),
    secondsToCalm: calm.seconds,
    crashes,
    violations: violations.length,
  };
  console.log(JSON.stringify({ seed, kills, ...found }));
  const losses = counts.missing + counts.doubled + counts.lostNotifications;
  return options.naive ? losses === 0 : losses + violations.length + lateRings > 0;
}
