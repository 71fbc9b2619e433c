import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { type Belief, type Moments, type PriorWorth, shrink } from "./moments";
import { logSeconds } from "./preparation";
import { ALL_HOURS, CITY, learn, type Statistics, statisticOf } from "./statistics";

/** A kitchen that names its minutes has looked at its stove: four of five within a fifth more than it says. */
const DEFAULT_LOG_SD = 0.2;
const CITY_PRIOR: PriorWorth = { mean: 10, variance: 30 };
const BRANCH_PRIOR: PriorWorth = { mean: 10, variance: 30 };

/** How long this order takes by the kitchen's own word, from when it gave it. */
export type KitchenWord = { branchId: string; saidSeconds: Seconds };

/** A word that was kept, or not: learnt as a ratio, of the city and of the branch. Changes `statistics`. */
export function learnWord(
  statistics: Map<string, Moments>,
  { branchId, saidSeconds }: KitchenWord,
  { seconds, atMs }: { seconds: Seconds; atMs: Milliseconds },
): void {
  const value = logSeconds(seconds) - logSeconds(saidSeconds);
  for (const subject of [CITY, branchId])
    learn(statistics, { kind: "word", subject, hour: ALL_HOURS }, { value, atMs });
}

/** What is believed of the logarithm of the seconds that it will take: the word, as far as it is worth something here. */
export function wordBelief(statistics: Statistics, { branchId, saidSeconds }: KitchenWord): Belief {
  const seen = (subject: string) => statisticOf(statistics, { kind: "word", subject, hour: ALL_HOURS });
  const untaught: Belief = { mean: 0, variance: DEFAULT_LOG_SD ** 2, meanVariance: 0 };
  const branch = shrink(shrink(untaught, seen(CITY), CITY_PRIOR), seen(branchId), BRANCH_PRIOR);
  return { ...branch, mean: branch.mean + logSeconds(saidSeconds) };
}
