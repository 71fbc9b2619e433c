import { seededRandom } from "#shared/kernel/random";
import type { Milliseconds } from "#shared/kernel/units";
import { breakThings } from "./break-things";
import { untilCalm } from "./calm";
import { gatherCast } from "./cast";
import type { ChaosStack } from "./chaos-stack";
import { rush } from "./customers";
import { faultSchedule } from "./fault-schedule";
import { heardByStandIn } from "./heard";
import { createJournal } from "./journal";
import { ENDED, judge } from "./judge";
import type { ChaosOptions } from "./options";
import { runRiders } from "./riders";
import { readSent } from "./sent-log";
import { runDispatcher, runKitchen } from "./shop-floor";
import { ALL_IS_SHOWN, shownIn } from "./telegram/shown";
import { takePhones } from "./telegram/take-phones";
import { whatPhonesShowed } from "./what-phones-showed";

const CALM_LIMIT_MS = 300_000;

export type ChaosOutcome = { figures: Record<string, number>; failed: boolean };

/**
 * Lets a city order, cook and ride while its processes are killed, waits for calm, and holds what was seen against what
 * was to happen. `gapMs`: how long there is between two blows, on average.
 */
export async function runChaos(
  stack: ChaosStack,
  options: ChaosOptions,
  say: (line: string) => void,
  gapMs?: Milliseconds,
): Promise<ChaosOutcome> {
  const { seed, seconds } = options;
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

  const faults = faultSchedule(seededRandom(seed), seconds * 1_000, gapMs);
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
  const losses = counts.missing + counts.doubled + counts.lostNotifications;
  const failed = options.naive ? losses === 0 : losses + violations.length + lateRings > 0;
  return { figures: { seed, kills, ...found }, failed };
}
