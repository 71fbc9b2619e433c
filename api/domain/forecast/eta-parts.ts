import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Metres, Milliseconds } from "#shared/kernel/units";
import { travelSeconds, type Vehicle } from "#shared/kernel/vehicle";
import type { EtaParts } from "./eta";
import { hourAt, type Journey } from "./journey";
import { type EtaStage, type Knowledge, residualsOf } from "./knowledge";
import { type Belief, predictiveSd } from "./moments";
import { inTurn, type Spread } from "./normal";
import { kitchenOf, preparationBelief, preparationQuantile } from "./preparation";
import { cellBelief, cellOf, legBelief, usualVehicle } from "./travel-factor";
import { circumstancesOf, waitingBelief } from "./waiting";

/** Of a standard normal: how far P80 lies above the median. */
const P80_SPREADS = 0.8416;

/** @returns what an ETA is put together from, at this moment of a journey; null without a moment */
export function etaPartsOf(
  knowledge: Knowledge,
  at: { journey: Journey; nowMs: Milliseconds } | null,
): EtaParts | null {
  if (!at) return null;
  const { journey, nowMs } = at;
  const waiting = waitingBelief(knowledge.statistics, circumstancesOf(journey));
  return {
    stage: stageOf(journey),
    nowMs,
    ready: readyOf(knowledge, journey, nowMs),
    counter: counterOf(knowledge, journey, nowMs),
    waiting: spreadOfLog(waiting),
    fetchedMs: journey.fetchedMs,
    way: wayOf(knowledge, journey, nowMs),
  };
}

/** How far a journey has come. */
export function stageOf({ confirmedMs, ride, atCounterMs, fetchedMs, atDoorMs }: Journey): EtaStage {
  if (atDoorMs !== null) return "at_dropoff";
  if (fetchedMs !== null) return "picked_up";
  if (atCounterMs !== null) return "at_pickup";
  if (ride) return "assigned";
  return confirmedMs === null ? "placed" : "confirmed";
}

/** When the food is ready: known, or as this kitchen does it, given how long it has been at it. */
function readyOf(knowledge: Knowledge, { setting, placedMs, confirmedMs, readyMs }: Journey, nowMs: number): Spread {
  if (readyMs !== null) return { mean: readyMs, sd: 0 };
  const beganMs = confirmedMs ?? placedMs;
  const belief = preparationBelief(knowledge.statistics, kitchenOf(setting, beganMs));
  const elapsedSeconds = (nowMs - beganMs) / 1_000;
  const residuals = residualsOf(knowledge, "preparation");
  const p50 = preparationQuantile(belief, residuals, { share: 0.5, elapsedSeconds });
  const p80 = preparationQuantile(belief, residuals, { share: 0.8, elapsedSeconds });
  return { mean: beganMs + p50 * 1_000, sd: ((p80 - p50) / P80_SPREADS) * 1_000 };
}

function counterOf(knowledge: Knowledge, journey: Journey, nowMs: Milliseconds): Spread | null {
  const { setting, ride, atCounterMs } = journey;
  const handlingMs = setting.handling.beforePickupSeconds * 1_000;
  if (atCounterMs !== null) return { mean: atCounterMs + handlingMs, sd: 0 };
  if (!ride) return null;
  const hour = hourAt(nowMs, setting.timezone);
  const belief = cellBelief(knowledge.statistics, { cell: cellOf(setting.counter), vehicle: ride.vehicle, hour });
  const there = rideSpread(ride.counterMetres, ride.vehicle, belief);
  return { mean: Math.max(nowMs, ride.assignedMs + there.mean + handlingMs), sd: there.sd };
}

/** From fetching to the handshake at this customer's door; from there on, what is left of it at the door. */
function wayOf(knowledge: Knowledge, journey: Journey, nowMs: Milliseconds): Spread {
  const { setting, doors, doorsDone, atDoorMs, fetchedMs } = journey;
  const { handling } = setting;
  const handshake = { mean: handling.beforeDropoffSeconds * 1_000, sd: handling.beforeDropoffSeconds * 500 };
  if (atDoorMs !== null) return inTurn({ mean: atDoorMs - (fetchedMs ?? atDoorMs), sd: 0 }, handshake);
  const vehicle = journey.ride?.vehicle ?? usualVehicle(knowledge.statistics);
  const hour = hourAt(nowMs, setting.timezone);
  let way: Spread = { mean: handling.afterPickupSeconds * 1_000, sd: 0 };
  let from: Point = setting.counter;
  for (const [i, to] of doors.entries()) {
    const belief = legBelief(knowledge.statistics, { from, to, vehicle, hour });
    way = inTurn(way, rideSpread(distanceMetres(from, to), vehicle, belief));
    const last = i === doors.length - 1;
    way = inTurn(way, last ? handshake : { mean: handshake.mean + handling.afterDropoffSeconds * 1_000, sd: 0 });
    from = to;
  }
  // Doors that took longer than thought have pushed the rest back.
  const left = doors.length - doorsDone;
  return left > 0 && fetchedMs !== null ? { ...way, mean: Math.max(way.mean, nowMs - fetchedMs) } : way;
}

const rideSpread = (metres: Metres, vehicle: Vehicle, belief: Belief): Spread => {
  const median = travelSeconds(metres, vehicle) * Math.exp(belief.mean) * 1_000;
  return { mean: median, sd: median * predictiveSd(belief) };
};

/** Mean and spread of a log-normal stretch of seconds, in milliseconds. */
function spreadOfLog(belief: Belief): Spread {
  const variance = predictiveSd(belief) ** 2;
  const mean = Math.exp(belief.mean + variance / 2) * 1_000;
  return { mean, sd: mean * Math.sqrt(Math.exp(variance) - 1) };
}
