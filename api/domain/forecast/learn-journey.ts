import type { Milliseconds } from "#shared/kernel/units";
import { doorSurprise, type EtaParts } from "./eta";
import { etaPartsOf } from "./eta-parts";
import { hourAt, type Journey } from "./journey";
import { learnWord } from "./kitchen-word";
import { ETA_STAGES, type EtaStage, type Lessons, type ResidualKind, residualsOf } from "./knowledge";
import { kitchenOf, learnPreparation, preparationBelief, preparationSurprise } from "./preparation";
import { observeResidual } from "./residuals";
import { learnLeg } from "./travel-factor";
import { circumstancesOf, learnWaiting } from "./waiting";

/** How well forecasts do is a matter of the last weeks. */
const RESIDUAL_HALF_LIFE_MS: Milliseconds = 14 * 86_400_000;

/**
 * Learns from a journey that is over. First what its forecasts were worth, by what was known before it; then what it
 * says of kitchen, streets and waiting. Changes `lessons`. The same journeys in the same order give the same lessons.
 */
export function learnJourney(lessons: Lessons, journey: Journey): void {
  const { deliveredMs } = journey;
  if (deliveredMs === null) return;
  judgePreparation(lessons, journey, deliveredMs);
  for (const stage of ETA_STAGES) judgeEta(lessons, journey, { stage, deliveredMs });
  const expected = etaPartsOf(lessons, journeyAt(journey, "placed"));
  if (expected) teachWaiting(lessons, journey, expected, deliveredMs);
  teachPreparation(lessons, journey, deliveredMs);
  teachLegs(lessons, journey, deliveredMs);
}

function judgePreparation(lessons: Lessons, { setting, confirmedMs, readyMs }: Journey, atMs: Milliseconds): void {
  if (confirmedMs === null || readyMs === null) return;
  const belief = preparationBelief(lessons.statistics, kitchenOf(setting, confirmedMs));
  keepResidual(lessons, "preparation", preparationSurprise(belief, (readyMs - confirmedMs) / 1_000), atMs);
}

function judgeEta(
  lessons: Lessons,
  journey: Journey,
  { stage, deliveredMs }: { stage: EtaStage; deliveredMs: Milliseconds },
): void {
  const parts = etaPartsOf(lessons, journeyAt(journey, stage));
  if (parts) keepResidual(lessons, stage, doorSurprise(parts, deliveredMs), deliveredMs);
}

function teachPreparation({ statistics }: Lessons, journey: Journey, atMs: Milliseconds): void {
  const { setting, confirmedMs, saidReadyMs, readyMs } = journey;
  if (confirmedMs === null || readyMs === null) return;
  const seconds = Math.max(0, readyMs - confirmedMs) / 1_000;
  learnPreparation(statistics, kitchenOf(setting, confirmedMs), { seconds, atMs });
  if (saidReadyMs === null) return;
  const word = { branchId: setting.branchId, saidSeconds: (saidReadyMs - confirmedMs) / 1_000 };
  learnWord(statistics, word, { seconds, atMs });
}

/** `expected`: the journey as it looked when it was placed, before any of this was learnt. */
function teachWaiting({ statistics }: Lessons, journey: Journey, expected: EtaParts, atMs: Milliseconds): void {
  if (journey.fetchedMs === null) return;
  const seconds = (journey.fetchedMs - expected.ready.mean) / 1_000;
  learnWaiting(statistics, circumstancesOf(journey), { seconds, atMs });
}

function teachLegs({ statistics }: Lessons, { setting, ride, legs }: Journey, atMs: Milliseconds): void {
  if (!ride) return;
  for (const { from, to, leftMs, reachedMs } of legs) {
    const hour = hourAt(leftMs, setting.timezone);
    learnLeg(statistics, { from, to, vehicle: ride.vehicle, hour }, { seconds: (reachedMs - leftMs) / 1_000, atMs });
  }
}

function keepResidual(lessons: Lessons, kind: ResidualKind, z: number, atMs: Milliseconds): void {
  lessons.residuals.set(kind, observeResidual(residualsOf(lessons, kind), { z, atMs }, RESIDUAL_HALF_LIFE_MS));
}

/** The journey as it was known when it reached a stage, or null when it never did, or nobody noted it. */
export function journeyAt(journey: Journey, stage: EtaStage): { journey: Journey; nowMs: Milliseconds } | null {
  const nowMs = momentOf(journey, stage);
  if (nowMs === null) return null;
  const then = <T extends Milliseconds | null>(ms: T): T | null => (ms !== null && ms <= nowMs ? ms : null);
  const assigned = journey.ride !== null && journey.ride.assignedMs <= nowMs;
  const fetched = then(journey.fetchedMs) !== null;
  const atDoor = stage === "at_dropoff";
  return {
    nowMs,
    journey: {
      ...journey,
      confirmedMs: then(journey.confirmedMs),
      saidReadyMs: then(journey.confirmedMs) === null ? null : journey.saidReadyMs,
      readyMs: then(journey.readyMs),
      ride: assigned ? journey.ride : null,
      atCounterMs: then(journey.atCounterMs),
      fetchedMs: then(journey.fetchedMs),
      // Which doors come first is known once the bag is packed.
      doors: fetched ? journey.doors : journey.doors.slice(-1),
      doorsDone: atDoor ? journey.doors.length - 1 : 0,
      atDoorMs: atDoor ? journey.atDoorMs : null,
      deliveredMs: null,
    },
  };
}

const MOMENT_OF: Record<EtaStage, (journey: Journey) => Milliseconds | null> = {
  placed: ({ placedMs }) => placedMs,
  confirmed: ({ confirmedMs }) => confirmedMs,
  assigned: ({ ride }) => ride?.assignedMs ?? null,
  at_pickup: ({ atCounterMs }) => atCounterMs,
  picked_up: ({ fetchedMs }) => fetchedMs,
  at_dropoff: ({ atDoorMs }) => atDoorMs,
};
const momentOf = (journey: Journey, stage: EtaStage): Milliseconds | null => MOMENT_OF[stage](journey);
