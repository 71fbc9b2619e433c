import type { Milliseconds, Seconds } from "#shared/kernel/units";
import type { Journey } from "./journey";
import { type Belief, type Moments, type PriorWorth, shrink } from "./moments";
import { ALL_HOURS, CITY, learn, type Statistics, statisticOf } from "./statistics";

/** Where nothing has been learnt: how long after it was expected to be ready an order is fetched, and how that varies. */
const DEFAULT_SECONDS: Seconds = 300;
const DEFAULT_SD_SECONDS: Seconds = 480;
/** Whatever is further off was forgotten, or never tapped. */
const MOST_SECONDS: Seconds = 7_200;
const CITY_PRIOR: PriorWorth = { mean: 10, variance: 30 };
const LEVEL_PRIOR: PriorWorth = { mean: 10, variance: 20 };
const PACE_PRIOR: PriorWorth = { mean: 60, variance: 60 };

/**
 * Under what circumstances an order waits for a courier. `load`: open orders per courier on duty when it was placed; null
 * while nobody counted.
 */
export type Circumstances = { usualPreparationSeconds: Seconds; load: number | null };

export const circumstancesOf = ({ setting, load }: Pick<Journey, "setting" | "load">): Circumstances => ({
  usualPreparationSeconds: setting.usualPreparationSeconds,
  load,
});

/** Where one level of load ends and the next begins. Below two orders a courier little changes; above, all of it. */
const LOAD_LEVELS = [0.7, 1, 1.3, 1.6, 2, 2.5, 3.2] as const;

function levelOf({ load }: Circumstances): string | null {
  if (load === null || Number.isNaN(load)) return null;
  return `${CITY}:load-${LOAD_LEVELS.filter((level) => load >= level).length}`;
}

/** Food that is ready at once waits for a courier who is still on his way; slow food is met at the counter. */
function paceOf({ usualPreparationSeconds }: Circumstances): string {
  if (usualPreparationSeconds < 600) return "quick";
  return usualPreparationSeconds < 1_200 ? "usual" : "slow";
}

const subjectsOf = (circumstances: Circumstances): string[] => {
  const level = levelOf(circumstances);
  return level === null ? [CITY] : [CITY, level, `${level}:${paceOf(circumstances)}`];
};

/**
 * An order that was fetched so many seconds after it had been expected to be ready. Counted from the expectation, not
 * from the fact: what the kitchen gains, the courier mostly loses, and only their sum matters. Changes `statistics`.
 */
export function learnWaiting(
  statistics: Map<string, Moments>,
  circumstances: Circumstances,
  { seconds, atMs }: { seconds: Seconds; atMs: Milliseconds },
): void {
  if (!(Math.abs(seconds) <= MOST_SECONDS)) return;
  for (const subject of subjectsOf(circumstances))
    learn(statistics, { kind: "waiting", subject, hour: ALL_HOURS }, { value: seconds, atMs });
}

/** What is believed of the seconds from when it is expected to be ready to when it is fetched, the kitchen's part in. */
export function waitingBelief(statistics: Statistics, circumstances: Circumstances): Belief {
  const untaught: Belief = { mean: DEFAULT_SECONDS, variance: DEFAULT_SD_SECONDS ** 2, meanVariance: 0 };
  const worths = [CITY_PRIOR, LEVEL_PRIOR, PACE_PRIOR];
  return subjectsOf(circumstances).reduce(
    (belief, subject, i) =>
      shrink(belief, statisticOf(statistics, { kind: "waiting", subject, hour: ALL_HOURS }), worths[i]!),
    untaught,
  );
}
