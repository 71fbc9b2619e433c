import type { Metres, Minor } from "#shared/kernel/units";

/** A weight of the regression: where it is believed to be, and how firmly (the inverse of its variance). */
export type Weight = { mean: number; precision: number };

/** The weights by name: those of the fleet, and one `courier:…` for everyone who has ever answered. */
export type AcceptanceModel = ReadonlyMap<string, Weight>;

/** What a courier is asked. `typicalPayMinor`: what offers pay here in the middle; null while nobody knows. */
export type Ask = {
  courierId: string;
  pickupMetres: Metres;
  payMinor: Minor;
  typicalPayMinor: number | null;
  /** Local, 0 … 24, fractions of an hour included. */
  hour: number;
};

/** Where nothing has been learnt, 15 of 100 offers are declined. */
const DEFAULT_PROBABILITY = 0.85;
/** The courier's own leaning is worth less than the fleet's until he shows it: spread 0.7 in log-odds, against 1. */
const COURIER_PRECISION = 2;
const FLEET_PRECISION = 1;
/** How much of what is known beyond the prior outlives one answer: fleets change over thousands, people over hundreds. */
const FLEET_KEEPS = 0.9995;
const COURIER_KEEPS = 0.995;
/** A pick-up so far is neither near nor far. */
const USUAL_PICKUP_KM = 1.5;
/** Ten times the typical pay does not persuade ten times as much. */
const PAY_LOG_LIMIT = 1.5;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const courierWeight = (courierId: string): string => `courier:${courierId}`;
export const isCourierWeight = (name: string): boolean => name.startsWith("courier:");

function priorOf(name: string): Weight {
  if (isCourierWeight(name)) return { mean: 0, precision: COURIER_PRECISION };
  const odds = DEFAULT_PROBABILITY / (1 - DEFAULT_PROBABILITY);
  return { mean: name === "fleet" ? Math.log(odds) : 0, precision: FLEET_PRECISION };
}

/** The inputs of the regression, about 1 in size. The day is two waves, so that midnight is next to 23 o'clock. */
function inputsOf(ask: Ask): [string, number][] {
  const pay = ask.typicalPayMinor && ask.payMinor > 0 ? Math.log(ask.payMinor / ask.typicalPayMinor) : 0;
  const turn = (2 * Math.PI * ask.hour) / 24;
  return [
    ["fleet", 1],
    ["distance", Math.log((1 + ask.pickupMetres / 1_000) / (1 + USUAL_PICKUP_KM))],
    ["pay", Math.max(-PAY_LOG_LIMIT, Math.min(PAY_LOG_LIMIT, pay))],
    ["day_sin", Math.sin(turn)],
    ["day_cos", Math.cos(turn)],
    ["half_day_sin", Math.sin(2 * turn)],
    ["half_day_cos", Math.cos(2 * turn)],
    [courierWeight(ask.courierId), 1],
  ];
}

type Term = { name: string; input: number; weight: Weight };

const termsOf = (model: AcceptanceModel, ask: Ask): Term[] =>
  inputsOf(ask)
    .filter(([, input]) => Number.isFinite(input))
    .map(([name, input]) => ({ name, input, weight: model.get(name) ?? priorOf(name) }));

const leaning = (terms: readonly Term[]): { mean: number; variance: number } => ({
  mean: terms.reduce((sum, { input, weight }) => sum + input * weight.mean, 0),
  variance: terms.reduce((sum, { input, weight }) => sum + input ** 2 / weight.precision, 0),
});

/**
 * How likely the courier says yes, in (0, 1). Doubt about the weights draws it towards one half (MacKay 1992, "The
 * evidence framework applied to classification networks"), which keeps it calibrated while little is known.
 */
export function acceptProbability(model: AcceptanceModel, ask: Ask): number {
  const { mean, variance } = leaning(termsOf(model, ask));
  return sigmoid(mean / Math.sqrt(1 + (Math.PI * variance) / 8));
}

/**
 * Takes in one answer: Bayesian logistic regression, one step of Laplace's approximation with a diagonal precision
 * (Chapelle and Li 2011, "An empirical evaluation of Thompson sampling", algorithm 3). The prior is the regularisation;
 * a courier's own weight begins at the fleet and leaves it as far as their answers say. Changes `model`, which must be
 * the caller's own.
 */
export function learnAnswer(model: Map<string, Weight>, ask: Ask, accepted: boolean): void {
  const terms = termsOf(model, ask);
  const { mean, variance } = leaning(terms);
  const sign = accepted ? 1 : -1;
  const pull = solvePull(sign * mean, variance);
  const sure = sigmoid(mean + sign * pull * variance);
  for (const { name, input, weight } of terms) {
    const prior = priorOf(name).precision;
    const keeps = isCourierWeight(name) ? COURIER_KEEPS : FLEET_KEEPS;
    model.set(name, {
      mean: weight.mean + (sign * pull * input) / weight.precision,
      precision: prior + (weight.precision - prior) * keeps + input ** 2 * sure * (1 - sure),
    });
  }
}

/** The one number that the step comes down to: pull = sigmoid(−(margin + variance · pull)), by Newton's method. */
function solvePull(margin: number, variance: number): number {
  let pull = sigmoid(-margin - variance / 2);
  for (let i = 0; i < 20; i++) {
    const below = sigmoid(-margin - variance * pull);
    pull -= (pull - below) / (1 + variance * below * (1 - below));
  }
  return pull;
}
