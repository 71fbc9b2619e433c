import type { Milliseconds } from "#shared/kernel/units";

/**
 * Mean and spread of what was observed, the recent weighing more. `m2` is the weighted sum of squared distances from the
 * mean; all weights are as seen from `asOfMs`. One row of statistics.
 */
export type Moments = { weight: number; mean: number; m2: number; asOfMs: Milliseconds };

export const NOTHING_SEEN: Moments = { weight: 0, mean: 0, m2: 0, asOfMs: 0 };

export type Observation = { value: number; atMs: Milliseconds; weight?: number };

/**
 * Takes in one observation (West 1979, weighted incremental mean and variance). Its weight halves every `halfLifeMs`,
 * counted from its own time, so that the order in which observations arrive makes no difference but rounding.
 */
export const observe = (seen: Moments, { value, atMs, weight = 1 }: Observation, halfLifeMs: Milliseconds): Moments =>
  mergeMoments(seen, { weight, mean: value, m2: 0, asOfMs: atMs }, halfLifeMs);

/** Both together: cities of two organisations, two halves of a history. Commutative. */
export function mergeMoments(a: Moments, b: Moments, halfLifeMs: Milliseconds): Moments {
  if (a.weight === 0) return b;
  if (b.weight === 0) return a;
  const asOfMs = Math.max(a.asOfMs, b.asOfMs);
  const fadeA = 0.5 ** ((asOfMs - a.asOfMs) / halfLifeMs);
  const fadeB = 0.5 ** ((asOfMs - b.asOfMs) / halfLifeMs);
  const weightA = a.weight * fadeA;
  const weightB = b.weight * fadeB;
  const weight = weightA + weightB;
  if (weight === 0) return asOfMs === a.asOfMs ? a : b; // faded beyond what a double can hold
  const apart = b.mean - a.mean;
  return {
    weight,
    mean: a.mean + (apart * weightB) / weight,
    m2: a.m2 * fadeA + b.m2 * fadeB + (apart ** 2 * weightA * weightB) / weight,
    asOfMs,
  };
}

/** What is believed of a quantity: its mean, its variance from case to case, and how sure that mean is (its variance). */
export type Belief = { mean: number; variance: number; meanVariance: number };

/** How many observations the prior is worth, for the mean and for the variance. */
export type PriorWorth = { mean: number; variance: number };

/**
 * Shrinks what was seen towards what is believed of the larger whole: a branch with three orders is nearly its city, one
 * with three hundred is itself. The conjugate update of a normal with unknown mean and variance (Gelman et al.,
 * "Bayesian Data Analysis", 3rd ed., 3.3), the prior counting as `worth` observations.
 */
export function shrink(prior: Belief, seen: Moments, worth: PriorWorth): Belief {
  const { weight } = seen;
  if (weight === 0) return prior;
  const apart = seen.mean - prior.mean;
  const mean = prior.mean + (apart * weight) / (worth.mean + weight);
  const disagreement = (apart ** 2 * weight * worth.mean) / (worth.mean + weight);
  const variance = (worth.variance * prior.variance + seen.m2 + disagreement) / (worth.variance + weight);
  return { mean, variance, meanVariance: variance / (worth.mean + weight) };
}

/** Of one new case: its own spread and the doubt about the mean. */
export const predictiveSd = ({ variance, meanVariance }: Belief): number => Math.sqrt(variance + meanVariance);
