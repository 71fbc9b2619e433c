import type { Milliseconds, Seconds } from "#shared/kernel/units";
import type { Journey } from "./journey";
import { type Belief, type Moments, type PriorWorth, shrink } from "./moments";
import { ALL_HOURS, CITY, learn, type Statistics, statisticOf } from "./statistics";

/** Shorter is not told apart: the courier stood there. */
const SHORTEST_SECONDS: Seconds = 60;
/** Where nothing has been learnt: the median time from ready to fetched, and the spread of its logarithm. */
const DEFAULT_SECONDS: Seconds = 240;
const DEFAULT_LOG_SD = 0.8;
const CITY_PRIOR: PriorWorth = { mean: 10, variance: 30 };
const PART_PRIOR: PriorWorth = { mean: 20, variance: 60 };

/**
 * Under what circumstances food waits. Ready at once, it waits for a courier who is still on his way; slow food is met at
 * the counter. `load`: open orders per courier on duty when it was placed; null while nobody counted.
 */
export type Circumstances = { usualPreparationSeconds: Seconds; load: number | null };

export const circumstancesOf = ({ setting, load }: Pick<Journey, "setting" | "load">): Circumstances => ({
  usualPreparationSeconds: setting.usualPreparationSeconds,
  load,
});

function paceOf({ usualPreparationSeconds }: Circumstances): string {
  if (usualPreparationSeconds < 600) return `${CITY}:quick`;
  return usualPreparationSeconds < 1_200 ? `${CITY}:usual` : `${CITY}:slow`;
}

/** Where one level of load ends and the next begins. Below two orders a courier little changes; above, all of it. */
const LOAD_LEVELS = [0.7, 1, 1.3, 1.6, 2, 2.5, 3.2] as const;

function levelOf(circumstances: Circumstances): string | null {
  const { load } = circumstances;
  if (load === null || Number.isNaN(load)) return null;
  const reached = LOAD_LEVELS.filter((level) => load >= level).length;
  return `${paceOf(circumstances)}:${reached}`;
}

const logSeconds = (seconds: Seconds): number => Math.log(Math.max(SHORTEST_SECONDS, seconds));

/** An order that was fetched so many seconds after it was ready. Changes `statistics`. */
export function learnWaiting(
  statistics: Map<string, Moments>,
  circumstances: Circumstances,
  { seconds, atMs }: { seconds: Seconds; atMs: Milliseconds },
): void {
  const observation = { value: logSeconds(seconds), atMs };
  const subjects = [CITY, paceOf(circumstances), levelOf(circumstances)];
  for (const subject of subjects)
    if (subject) learn(statistics, { kind: "waiting", subject, hour: ALL_HOURS }, observation);
}

/** What is believed of the logarithm of the seconds from ready to fetched. */
export function waitingBelief(statistics: Statistics, circumstances: Circumstances): Belief {
  const seen = (subject: string) => statisticOf(statistics, { kind: "waiting", subject, hour: ALL_HOURS });
  const untaught: Belief = { mean: Math.log(DEFAULT_SECONDS), variance: DEFAULT_LOG_SD ** 2, meanVariance: 0 };
  const city = shrink(untaught, seen(CITY), CITY_PRIOR);
  const pace = shrink(city, seen(paceOf(circumstances)), PART_PRIOR);
  const level = levelOf(circumstances);
  return level === null ? pace : shrink(pace, seen(level), PART_PRIOR);
}
