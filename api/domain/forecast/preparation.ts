import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { hourAt, type Setting } from "./journey";
import { type Belief, type Moments, type PriorWorth, predictiveSd, shrink } from "./moments";
import { type Residuals, residualAt, residualShareBelow } from "./residuals";
import { ALL_HOURS, CITY, learn, type Statistics, statisticOf } from "./statistics";

/** Spread of the logarithm where nothing has been learnt: four of five orders within one and a half times the usual. */
const DEFAULT_LOG_SD = 0.45;
/** Shorter is not told apart: what lies on the counter already. */
const SHORTEST_SECONDS: Seconds = 60;
/** The whole is worth so many orders of the part, until it is known how far branches differ. */
const CITY_PRIOR: PriorWorth = { mean: 8, variance: 30 };
const BRANCH_PRIOR: PriorWorth = { mean: 8, variance: 30 };
/** An hour differs less from its day than a branch from its city. */
const HOUR_PRIOR: PriorWorth = { mean: 40, variance: 120 };
/** How far orders of one branch lie from its own mean: the subject of that statistic. */
const WITHIN = `${CITY}:within`;
/** Less than this many orders tell nothing of how far branches differ, and even the surest is not believed for ever. */
const WORTH_NEEDS_ORDERS = 50;
const WORTH_LIMITS = { least: 2, most: 150 };

/** A kitchen at an hour; `usualSeconds` is what the branch says of itself. */
export type Kitchen = { branchId: string; hour: number; usualSeconds: Seconds };

export const kitchenOf = (
  { branchId, usualPreparationSeconds, timezone }: Pick<Setting, "branchId" | "usualPreparationSeconds" | "timezone">,
  atMs: Milliseconds,
): Kitchen => ({
  branchId,
  hour: hourAt(atMs, timezone),
  usualSeconds: usualPreparationSeconds,
});

/** The logarithm in which durations are learnt. */
export const logSeconds = (seconds: Seconds): number => Math.log(Math.max(SHORTEST_SECONDS, seconds));

/** A finished preparation: takes it into the branch, its hour, the city and the city's hour. */
export function learnPreparation(
  statistics: Map<string, Moments>,
  kitchen: Kitchen,
  { seconds, atMs }: { seconds: Seconds; atMs: Milliseconds },
): void {
  const value = logSeconds(seconds);
  const own = statisticOf(statistics, { kind: "preparation", subject: kitchen.branchId, hour: ALL_HOURS });
  if (own.weight > 0) {
    // A mean of n is itself off by 1/n of the variance.
    const apart = (value - own.mean) / Math.sqrt(1 + 1 / own.weight);
    learn(statistics, { kind: "preparation", subject: WITHIN, hour: ALL_HOURS }, { value: apart, atMs });
  }
  // The city is learnt as a ratio: "here everyone takes a fifth longer than they say".
  const ratio = value - logSeconds(kitchen.usualSeconds);
  for (const hour of [ALL_HOURS, kitchen.hour]) {
    learn(statistics, { kind: "preparation", subject: kitchen.branchId, hour }, { value, atMs });
    learn(statistics, { kind: "preparation", subject: CITY, hour }, { value: ratio, atMs });
  }
}

/**
 * What is believed of the logarithm of this kitchen's seconds: the branch's own minutes, corrected by the city, the
 * city's hour, the branch and the branch's hour, each as far as its data goes.
 */
export function preparationBelief(statistics: Statistics, { branchId, hour, usualSeconds }: Kitchen): Belief {
  const seen = (subject: string, at: number) => statisticOf(statistics, { kind: "preparation", subject, hour: at });
  const untaught: Belief = { mean: 0, variance: DEFAULT_LOG_SD ** 2, meanVariance: 0 };
  const city = shrink(untaught, seen(CITY, ALL_HOURS), CITY_PRIOR);
  const cityHour = shrink(city, seen(CITY, hour), HOUR_PRIOR);
  const here: Belief = { ...cityHour, mean: cityHour.mean + logSeconds(usualSeconds) };
  const branch = shrink(here, seen(branchId, ALL_HOURS), branchPrior(statistics));
  return shrink(branch, seen(branchId, hour), HOUR_PRIOR);
}

/**
 * How many orders of a branch the city is worth: the variance within branches over that between them, both as observed
 * (empirical Bayes; Efron and Morris 1975, "Data analysis using Stein's estimator"). Where branches know themselves well
 * they are believed; where each is off in its own way, its history soon outweighs what it says.
 */
function branchPrior(statistics: Statistics): PriorWorth {
  const variance = (subject: string): number => {
    const { weight, mean, m2 } = statisticOf(statistics, { kind: "preparation", subject, hour: ALL_HOURS });
    return weight < WORTH_NEEDS_ORDERS ? Number.NaN : m2 / weight + (subject === WITHIN ? mean ** 2 : 0);
  };
  const within = variance(WITHIN);
  const between = Math.max(0, variance(CITY) - within);
  if (Number.isNaN(between)) return BRANCH_PRIOR;
  const worth = between === 0 ? WORTH_LIMITS.most : within / between;
  return { ...BRANCH_PRIOR, mean: Math.min(WORTH_LIMITS.most, Math.max(WORTH_LIMITS.least, worth)) };
}

/** By how many of its spreads a preparation was longer than believed. */
export const preparationSurprise = (belief: Belief, seconds: Seconds): number =>
  (logSeconds(seconds) - belief.mean) / predictiveSd(belief);

/**
 * After how many seconds from its beginning the food is ready, for a share of orders, given that it is not ready after
 * `elapsedSeconds`. What is overdue is expected later the longer it takes.
 *
 * @param share in (0, 1)
 */
export function preparationQuantile(
  belief: Belief,
  residuals: Residuals,
  { share, elapsedSeconds = 0 }: { share: number; elapsedSeconds?: Seconds },
): Seconds {
  const passed =
    elapsedSeconds <= SHORTEST_SECONDS ? 0 : residualShareBelow(residuals, preparationSurprise(belief, elapsedSeconds));
  const z = residualAt(residuals, Math.min(MOST, passed + share * (1 - passed)));
  return Math.max(elapsedSeconds, Math.exp(belief.mean + z * predictiveSd(belief)));
}

/** Beyond this a kitchen has forgotten the order. */
const MOST = 0.995;
