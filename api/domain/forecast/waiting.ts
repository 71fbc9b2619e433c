import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { type Belief, type Moments, type PriorWorth, shrink } from "./moments";
import type { Kitchen } from "./preparation";
import { ALL_HOURS, CITY, learn, type Statistics, statisticOf } from "./statistics";

/** Shorter is not told apart: the courier stood there. */
const SHORTEST_SECONDS: Seconds = 60;
/** Where nothing has been learnt: the median time from ready to fetched, and the spread of its logarithm. */
const DEFAULT_SECONDS: Seconds = 240;
const DEFAULT_LOG_SD = 0.8;
const CITY_PRIOR: PriorWorth = { mean: 10, variance: 30 };
const PART_PRIOR: PriorWorth = { mean: 20, variance: 60 };

/**
 * Food that is ready at once waits for a courier who is still on his way; slow food is met at the counter. So kitchens
 * are told apart by what they say they need.
 */
function paceOf({ usualSeconds }: Kitchen): string {
  if (usualSeconds < 600) return `${CITY}:quick`;
  return usualSeconds < 1_200 ? `${CITY}:usual` : `${CITY}:slow`;
}

const logSeconds = (seconds: Seconds): number => Math.log(Math.max(SHORTEST_SECONDS, seconds));

/** An order that was fetched so many seconds after it was ready. Changes `statistics`. */
export function learnWaiting(
  statistics: Map<string, Moments>,
  kitchen: Kitchen,
  { seconds, atMs }: { seconds: Seconds; atMs: Milliseconds },
): void {
  const observation = { value: logSeconds(seconds), atMs };
  learn(statistics, { kind: "waiting", subject: CITY, hour: ALL_HOURS }, observation);
  for (const hour of [ALL_HOURS, kitchen.hour])
    learn(statistics, { kind: "waiting", subject: paceOf(kitchen), hour }, observation);
}

/** What is believed of the logarithm of the seconds from ready to fetched. */
export function waitingBelief(statistics: Statistics, kitchen: Kitchen): Belief {
  const seen = (subject: string, hour: number) => statisticOf(statistics, { kind: "waiting", subject, hour });
  const untaught: Belief = { mean: Math.log(DEFAULT_SECONDS), variance: DEFAULT_LOG_SD ** 2, meanVariance: 0 };
  const city = shrink(untaught, seen(CITY, ALL_HOURS), CITY_PRIOR);
  const pace = shrink(city, seen(paceOf(kitchen), ALL_HOURS), PART_PRIOR);
  return shrink(pace, seen(paceOf(kitchen), kitchen.hour), PART_PRIOR);
}
