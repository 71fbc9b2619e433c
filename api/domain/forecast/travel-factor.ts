import { latLngToCell } from "h3-js";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { travelSeconds, type Vehicle, Vehicle as VehicleKind } from "#shared/kernel/vehicle";
import { type Belief, type Moments, type PriorWorth, shrink } from "./moments";
import { ALL_HOURS, CITY, learn, type Statistics, statisticOf } from "./statistics";

/** Cells of about 5 km²: a quarter of a town, with enough legs in an hour of a week to learn from. */
const RESOLUTION = 7;
/** On shorter legs parking and stairs outweigh the street. */
const SHORTEST_LEG_METRES = 200;
/** Beyond these it was not a ride but a pause, or a tap that came late. */
const SLOWEST = 6;
const FASTEST = 1 / 4;
/** Spread of one leg's logarithm around its cell's, where nothing is known. */
const DEFAULT_LOG_SD = 0.35;
const CITY_PRIOR: PriorWorth = { mean: 10, variance: 30 };
const HOUR_PRIOR: PriorWorth = { mean: 20, variance: 60 };
const CELL_PRIOR: PriorWorth = { mean: 20, variance: 60 };

/** A ride from one door to the next. `hour` is local. */
export type Leg = { from: Point; to: Point; vehicle: Vehicle; hour: number };

export const cellOf = ({ lat, lng }: Point): string => latLngToCell(lat, lng, RESOLUTION);

const ofCell = (cell: string, vehicle: Vehicle): string => `${cell}:${vehicle}`;

/** How much longer than by default it took, or null when it teaches nothing: too short, or no plain ride. */
export function factorOf({ from, to, vehicle }: Leg, seconds: Seconds): number | null {
  const straight = distanceMetres(from, to);
  const factor = seconds / travelSeconds(straight, vehicle);
  return straight >= SHORTEST_LEG_METRES && factor >= FASTEST && factor <= SLOWEST ? factor : null;
}

/** A completed leg: takes it into the cells of its ends, each for half, and into the city. */
export function learnLeg(
  statistics: Map<string, Moments>,
  leg: Leg,
  { seconds, atMs }: { seconds: Seconds; atMs: Milliseconds },
): void {
  const factor = factorOf(leg, seconds);
  if (factor === null) return;
  const value = Math.log(factor);
  const { vehicle, hour } = leg;
  for (const at of [ALL_HOURS, hour])
    learn(statistics, { kind: "travel", subject: ofCell(CITY, vehicle), hour: at }, { value, atMs });
  for (const end of [leg.from, leg.to])
    learn(statistics, { kind: "travel", subject: ofCell(cellOf(end), vehicle), hour }, { value, atMs, weight: 0.5 });
}

/** By what most rides here are done; where nothing has been learnt, the slower vehicle of those with an engine. */
export function usualVehicle(statistics: Statistics): Vehicle {
  const rides = (vehicle: Vehicle): number =>
    statisticOf(statistics, { kind: "travel", subject: ofCell(CITY, vehicle), hour: ALL_HOURS }).weight;
  return VehicleKind.options.reduce<Vehicle>((most, each) => (rides(each) > rides(most) ? each : most), "car");
}

/** What is believed of the logarithm of the factor in one cell: 1, corrected by city, hour and cell. */
export function cellBelief(
  statistics: Statistics,
  { cell, vehicle, hour }: { cell: string; vehicle: Vehicle; hour: number },
): Belief {
  const seen = (subject: string, at: number) => statisticOf(statistics, { kind: "travel", subject, hour: at });
  const untaught: Belief = { mean: 0, variance: DEFAULT_LOG_SD ** 2, meanVariance: 0 };
  const city = shrink(untaught, seen(ofCell(CITY, vehicle), ALL_HOURS), CITY_PRIOR);
  const cityHour = shrink(city, seen(ofCell(CITY, vehicle), hour), HOUR_PRIOR);
  return shrink(cityHour, seen(ofCell(cell, vehicle), hour), CELL_PRIOR);
}

/** What is believed of a ride: the mean of the beliefs about its two ends. */
export function legBelief(statistics: Statistics, { from, to, vehicle, hour }: Leg): Belief {
  const start = cellBelief(statistics, { cell: cellOf(from), vehicle, hour });
  const end = cellBelief(statistics, { cell: cellOf(to), vehicle, hour });
  return {
    mean: (start.mean + end.mean) / 2,
    variance: (start.variance + end.variance) / 2,
    meanVariance: (start.meanVariance + end.meanVariance) / 2,
  };
}
