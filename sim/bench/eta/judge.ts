import { type Eta, etaOf, promiseOf } from "#api/domain/forecast/eta";
import { etaPartsOf } from "#api/domain/forecast/eta-parts";
import type { Journey } from "#api/domain/forecast/journey";
import type { EtaStage, Lessons } from "#api/domain/forecast/knowledge";
import { journeyAt, learnJourney } from "#api/domain/forecast/learn-journey";
import type { Milliseconds } from "#shared/kernel/units";

/** One forecast and what became of it, in minutes. */
export type Verdict = { errorMinutes: number; withinP80: boolean; withinPromise: boolean };
export type Verdicts = Record<"placed" | "picked_up", Verdict[]>;

const MINUTE_MS = 60_000;

/** Teaches whole days. */
export function teach(lessons: Lessons, days: readonly Journey[][]): void {
  for (const day of days) for (const journey of day) learnJourney(lessons, journey);
}

/**
 * Forecasts every order of a day when it is placed and when it is fetched, by nothing that had not happened by then.
 * `goesOn`: what is delivered meanwhile is learnt, as the live service does; else the lessons stay as they are.
 */
export function judgeDay(lessons: Lessons, day: readonly Journey[], { goesOn }: { goesOn: boolean }): Verdicts {
  const verdicts: Verdicts = { placed: [], picked_up: [] };
  const asks = day
    .flatMap((journey) => [
      { journey, stage: "placed" as const, atMs: journey.placedMs },
      { journey, stage: "picked_up" as const, atMs: journey.fetchedMs! },
    ])
    .sort((a, b) => a.atMs - b.atMs);
  let learnt = 0;
  for (const { journey, stage, atMs } of asks) {
    while (goesOn && learnt < day.length && day[learnt]!.deliveredMs! <= atMs) learnJourney(lessons, day[learnt++]!);
    verdicts[stage].push(verdictOn(forecast(lessons, journey, stage), journey.deliveredMs!));
  }
  while (goesOn && learnt < day.length) learnJourney(lessons, day[learnt++]!);
  return verdicts;
}

function forecast(lessons: Lessons, journey: Journey, stage: EtaStage): Eta {
  const parts = etaPartsOf(lessons, journeyAt(journey, stage));
  if (!parts) throw new Error(`a delivered order was never ${stage}`);
  return etaOf(lessons, parts);
}

const verdictOn = (eta: Eta, doorMs: Milliseconds): Verdict => ({
  errorMinutes: Math.abs(doorMs - eta.p50Ms) / MINUTE_MS,
  withinP80: doorMs <= eta.p80Ms,
  withinPromise: doorMs <= promiseOf(eta),
});
