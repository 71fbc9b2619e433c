/** Something uncertain, by its first two moments. The unit is the caller's. */
export type Spread = { mean: number; sd: number };

const density = (z: number): number => Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Share of a standard normal below `z`, to 7.5e-8 (Abramowitz and Stegun 1964, 26.2.17). */
export function normalShareBelow(z: number): number {
  if (z < 0) return 1 - normalShareBelow(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - density(z) * tail;
}

/**
 * The later of two uncertain moments: food that must be ready and a courier who must be there. Exact in its first two
 * moments for normal ones (Clark 1961, "The greatest of a finite set of random variables").
 *
 * @param correlation of the two, −1 … 1
 */
export function laterOf(a: Spread, b: Spread, correlation = 0): Spread {
  const difference = Math.sqrt(Math.max(0, a.sd ** 2 + b.sd ** 2 - 2 * correlation * a.sd * b.sd));
  if (difference === 0) return a.mean >= b.mean ? a : b;
  const gap = (a.mean - b.mean) / difference;
  const aLater = normalShareBelow(gap);
  const overlap = difference * density(gap);
  const excess = overlap + aLater * (a.mean - b.mean);
  // Moments around b's mean: the means are epoch milliseconds, whose squares would eat the digits of the variance.
  const second = aLater * ((a.mean - b.mean) ** 2 + a.sd ** 2) + (1 - aLater) * b.sd ** 2 + (a.mean - b.mean) * overlap;
  return { mean: b.mean + excess, sd: Math.sqrt(Math.max(0, second - excess ** 2)) };
}

/** One after the other, independent of each other. */
export const inTurn = (a: Spread, b: Spread): Spread => ({ mean: a.mean + b.mean, sd: Math.hypot(a.sd, b.sd) });
