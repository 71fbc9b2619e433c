import type { Milliseconds } from "#shared/kernel/units";
import { normalShareBelow } from "./normal";

/**
 * How far off forecasts were, in units of the spread they claimed: a histogram of (actual − expected) / sd whose
 * weights fade. `weights` has `BINS` entries as of `asOfMs`.
 */
export type Residuals = { weights: readonly number[]; asOfMs: Milliseconds };

const LOWEST = -4;
const STEP = 0.05;
/** From −4 to +8 spreads: lateness has the longer tail. What lies beyond counts in the outermost bins. */
export const BINS = 240;
/** How many observations the normal distribution is worth that everything starts from. */
const PRIOR_WEIGHT = 20;

const edge = (bin: number): number => LOWEST + bin * STEP;

const NORMAL_SHARES: readonly number[] = Array.from({ length: BINS }, (_, bin) => {
  const below = bin === 0 ? 0 : normalShareBelow(edge(bin));
  const upTo = bin === BINS - 1 ? 1 : normalShareBelow(edge(bin + 1));
  return upTo - below;
});

export const NO_RESIDUALS: Residuals = { weights: new Array<number>(BINS).fill(0), asOfMs: 0 };

/** Takes in one standardised residual; not a number is ignored. Its weight halves every `halfLifeMs` of its own age. */
export function observeResidual(
  { weights, asOfMs }: Residuals,
  { z, atMs }: { z: number; atMs: Milliseconds },
  halfLifeMs: Milliseconds,
): Residuals {
  if (Number.isNaN(z)) return { weights, asOfMs };
  const newest = Math.max(asOfMs, atMs);
  const fade = 0.5 ** ((newest - asOfMs) / halfLifeMs);
  const bin = Math.min(BINS - 1, Math.max(0, Math.floor((z - LOWEST) / STEP)));
  const faded = weights.map((weight) => weight * fade);
  faded[bin]! += 0.5 ** ((newest - atMs) / halfLifeMs);
  return { weights: faded, asOfMs: newest };
}

/**
 * Below which standardised residual a share of cases lies: the weighted conformal quantile (Barber, Candès, Ramdas and
 * Tibshirani 2023, "Conformal prediction beyond exchangeability"), so that P80 covers 80 % whatever the true
 * distribution, correlated parts included. While little was seen it is that of the normal distribution.
 *
 * @param share in (0, 1)
 */
export function residualQuantile({ weights }: Residuals, share: number): number {
  const seen = weights.reduce((sum, weight) => sum + weight, 0);
  const mass = (bin: number): number => weights[bin]! + PRIOR_WEIGHT * NORMAL_SHARES[bin]!;
  // The case to be forecast is one more, of which nothing is known but that it may be the worst.
  let rest = share * (seen + PRIOR_WEIGHT + 1);
  for (let bin = 0; bin < BINS; bin++) {
    if (rest <= mass(bin)) return edge(bin) + (STEP * rest) / mass(bin);
    rest -= mass(bin);
  }
  return edge(BINS);
}

/** The share of cases below `z`: the inverse of `residualQuantile`, but for the one more case. */
export function residualShareBelow({ weights }: Residuals, z: number): number {
  const seen = weights.reduce((sum, weight) => sum + weight, 0);
  const at = Math.min(BINS, Math.max(0, (z - LOWEST) / STEP));
  let below = 0;
  for (let bin = 0; bin < at; bin++)
    below += (weights[bin]! + PRIOR_WEIGHT * NORMAL_SHARES[bin]!) * Math.min(1, at - bin);
  return below / (seen + PRIOR_WEIGHT);
}
