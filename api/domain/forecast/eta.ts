import type { Milliseconds } from "#shared/kernel/units";
import { type EtaStage, type Knowledge, residualsOf } from "./knowledge";
import { inTurn, laterOf, type Spread } from "./normal";
import { type ToldShare, toldQuantile } from "./residuals";

/** What is still to come at a stage; moments are epoch milliseconds, stretches milliseconds. */
export type EtaParts = {
  stage: EtaStage;
  nowMs: Milliseconds;
  /** The moment the food is ready; without spread when it is known. */
  ready: Spread;
  /** The moment the courier stands at the counter, handling included; null while there is no courier. */
  counter: Spread | null;
  /** From expected ready to fetched as usual here, the kitchen's doubt in: stands in for a courier while there is none. */
  waiting: Spread;
  /** The moment it was fetched; null while it was not. */
  fetchedMs: Milliseconds | null;
  /** From the counter to the handshake. */
  way: Spread;
};

/** When it is at the door: one of two, four of five, and one of five before. */
export type Eta = { p20Ms: Milliseconds; p50Ms: Milliseconds; p80Ms: Milliseconds };

/** Less than this is not claimed to be known: phones are slow and taps are late. */
const LEAST_SD_MS = 15_000;
/** When the door is expected, by the parts alone: fetching waits for the later of food and courier. */
export function expectDoor({ ready, counter, waiting, fetchedMs, way }: EtaParts): Spread {
  const fetched = fetchedMs === null ? fetching({ ready, counter, waiting }) : { mean: fetchedMs, sd: 0 };
  const door = inTurn(fetched, way);
  return { mean: door.mean, sd: Math.max(LEAST_SD_MS, door.sd) };
}

const fetching = ({ ready, counter, waiting }: Pick<EtaParts, "ready" | "counter" | "waiting">): Spread =>
  counter ? laterOf(ready, counter) : { mean: ready.mean + waiting.mean, sd: waiting.sd };

/**
 * The parts put together and corrected by how such forecasts turned out: the errors of the whole are kept per stage, so
 * that it does not matter how its parts hang together (a slow kitchen hour is a slow street hour, too).
 */
export function etaOf(knowledge: Pick<Knowledge, "residuals">, parts: EtaParts): Eta {
  const { mean, sd } = expectDoor(parts);
  const residuals = residualsOf(knowledge, parts.stage);
  const at = (share: ToldShare) => Math.max(parts.nowMs, mean + toldQuantile(residuals, share) * sd);
  const [p20Ms, p50Ms, p80Ms] = [at(0.2), at(0.5), at(0.8)];
  // Each is nudged by itself; together they must still be in order.
  return { p20Ms: Math.min(p20Ms, p50Ms), p50Ms, p80Ms: Math.max(p50Ms, p80Ms) };
}

/** By how many of its spreads a hand-over was later than expected. */
export function doorSurprise(parts: EtaParts, doorMs: Milliseconds): number {
  const { mean, sd } = expectDoor(parts);
  return (doorMs - mean) / sd;
}

/** People say times of day in fives. */
const ROUND_MS = 5 * 60_000;

/** What the customer is promised: P80, rounded up. */
export const promiseOf = ({ p80Ms }: Eta): Milliseconds => Math.ceil(p80Ms / ROUND_MS) * ROUND_MS;

/** What the customer is shown: three of five come within it, most of the others soon after its beginning or end. */
export const rangeOf = (eta: Eta): { fromMs: Milliseconds; toMs: Milliseconds } => ({
  fromMs: Math.floor(eta.p20Ms / ROUND_MS) * ROUND_MS,
  toMs: promiseOf(eta),
});
