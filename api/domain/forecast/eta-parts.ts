import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Metres, Milliseconds } from "#shared/kernel/units";
import { travelSeconds, type Vehicle } from "#shared/kernel/vehicle";
import { cookingOf, cookingSeconds } from "./cooking";
import type { EtaParts } from "./eta";
import { hourAt, type Journey } from "./journey";
import type { EtaStage, Knowledge } from "./knowledge";
import { type Belief, predictiveSd } from "./moments";
import { inTurn, type Spread } from "./normal";
import { cellBelief, cellOf, legBelief, usualVehicle } from "./travel-factor";
import { circumstancesOf, waitingBelief } from "./waiting";

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
    waiting: { mean: waiting.mean * 1_000, sd: predictiveSd(waiting) * 1_000 },
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
function readyOf(knowledge: Knowledge, journey: Journey, nowMs: Milliseconds): Spread {
  const { setting, placedMs, confirmedMs, cookingFromMs, saidReadyMs, readyMs } = journey;
  if (readyMs !== null) return { mean: readyMs, sd: 0 };
  const cooking = cookingOf(knowledge, setting, {
    beganMs: cookingFromMs ?? confirmedMs ?? placedMs,
    said: saidReadyMs === null || confirmedMs === null ? null : { atMs: confirmedMs, readyMs: saidReadyMs },
  });
  const at = (share: number) => cookingSeconds(cooking, share, nowMs);
  const [low, middle, high] = [at(0.1), at(0.5), at(0.9)];
  // Mean and spread of a skewed distribution by three of its quantiles (Swanson's rule; Keefer and Bodily 1983).
  const mean = 0.3 * low + 0.4 * middle + 0.3 * high;
  const variance = 0.3 * (low - mean) ** 2 + 0.4 * (middle - mean) ** 2 + 0.3 * (high - mean) ** 2;
  return { mean: cooking.beganMs + mean * 1_000, sd: Math.sqrt(variance) * 1_000 };
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
