import type { Milliseconds } from "#shared/kernel/units";
import { normalShareBelow } from "./normal";

/**
 * How far off forecasts were, in units of the spread they claimed: a histogram of (actual − expected) / sd whose
 * weights fade. `weights` has `BINS` entries as of `asOfMs`; `nudges` has one for each of `TOLD_SHARES`.
 */
export type Residuals = { weights: readonly number[]; nudges: readonly number[]; asOfMs: Milliseconds };

/** The shares that people are told. */
export const TOLD_SHARES = [0.2, 0.5, 0.8] as const;
export type ToldShare = (typeof TOLD_SHARES)[number];
/** How far one case moves a nudge, in spreads: an hour of a busy day is felt, a single order is not. */
const NUDGE_STEP = 0.04;
const NUDGE_MOST = 3;

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

export const NO_RESIDUALS: Residuals = {
  weights: new Array<number>(BINS).fill(0),
  nudges: TOLD_SHARES.map(() => 0),
  asOfMs: 0,
};

/** Takes in one standardised residual; not a number is ignored. Its weight halves every `halfLifeMs` of its own age. */
export function observeResidual(
  residuals: Residuals,
  { z, atMs }: { z: number; atMs: Milliseconds },
  halfLifeMs: Milliseconds,
): Residuals {
  if (Number.isNaN(z)) return residuals;
  const { weights, asOfMs } = residuals;
  const newest = Math.max(asOfMs, atMs);
  const fade = 0.5 ** ((newest - asOfMs) / halfLifeMs);
  const bin = Math.min(BINS - 1, Math.max(0, Math.floor((z - LOWEST) / STEP)));
  const faded = weights.map((weight) => weight * fade);
  faded[bin]! += 0.5 ** ((newest - atMs) / halfLifeMs);
  const nudges = TOLD_SHARES.map((share, i) => {
    const below = z <= toldQuantile(residuals, share) ? 1 : 0;
    return clamp(residuals.nudges[i]! + NUDGE_STEP * (share - below), NUDGE_MOST);
  });
  return { weights: faded, nudges, asOfMs: newest };
}

const clamp = (x: number, most: number): number => Math.max(-most, Math.min(most, x));

/**
 * The standardised residual to tell for a share: the quantile of the last weeks, nudged by whether the last cases lay
 * below what they were told. A day that differs from those before it is followed within the day, and the share holds in
 * the long run whatever happens (quantile tracking: Angelopoulos, Candès and Tibshirani 2023, "Conformal PID control").
 */
export const toldQuantile = (residuals: Residuals, share: ToldShare): number =>
  residualQuantile(residuals, share) + residuals.nudges[TOLD_SHARES.indexOf(share)]!;

/**
 * Below which standardised residual a share of cases lies: the weighted conformal quantile (Barber, Candès, Ramdas and
 * Tibshirani 2023, "Conformal prediction beyond exchangeability"), so that P80 covers 80 % whatever the true
 * distribution, correlated parts included. While little was seen it is that of the normal distribution.
 *
 * @param share in (0, 1)
 */
export const residualQuantile = (residuals: Pick<Residuals, "weights">, share: number): number =>
  // The case to be forecast is one more, of which nothing is known but that it may be the worst.
  quantileAmong(residuals, share, 1);

/**
 * Below which standardised residual a share of the known cases lies: the inverse of `residualShareBelow`. For what is to
 * be expected of a case that has already come far, where the worst that may be is no answer.
 *
 * @param share in (0, 1)
 */
export const residualAt = (residuals: Pick<Residuals, "weights">, share: number): number =>
  quantileAmong(residuals, share, 0);

function quantileAmong({ weights }: Pick<Residuals, "weights">, share: number, unseen: number): number {
  const seen = weights.reduce((sum, weight) => sum + weight, 0);
  const mass = (bin: number): number => weights[bin]! + PRIOR_WEIGHT * NORMAL_SHARES[bin]!;
  let rest = share * (seen + PRIOR_WEIGHT + unseen);
  for (let bin = 0; bin < BINS; bin++) {
    if (rest <= mass(bin)) return edge(bin) + (STEP * rest) / mass(bin);
    rest -= mass(bin);
  }
  return edge(BINS);
}

/** The share of known cases below `z`. */
export function residualShareBelow({ weights }: Residuals, z: number): number {
  const seen = weights.reduce((sum, weight) => sum + weight, 0);
  const at = Math.min(BINS, Math.max(0, (z - LOWEST) / STEP));
  let below = 0;
  for (let bin = 0; bin < at; bin++)
    below += (weights[bin]! + PRIOR_WEIGHT * NORMAL_SHARES[bin]!) * Math.min(1, at - bin);
  return below / (seen + PRIOR_WEIGHT);
}
