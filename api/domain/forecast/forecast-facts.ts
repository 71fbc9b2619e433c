import type { Point } from "#shared/kernel/geo";
import type { Milliseconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";
import { isCourierWeight, type Weight } from "./acceptance";
import type { Knowledge } from "./knowledge";
import { typicalPayOf } from "./learn-offer";
import { hoursOf } from "./local-hours";
import type { RoadSeconds } from "./road-seconds";
import { cellBelief, cellOf } from "./travel-factor";

/**
 * What the forecast of one round is made of, as plain data: `toForecast` makes the same forecast of it on any day, so
 * that a recorded round can be decided again.
 */
export type ForecastFacts = {
  /** IANA; of the city. */
  timezone: string;
  /** Logarithm of the factor on the usual ride, by `factorKey`; 0 where there is none. */
  logFactors: Readonly<Record<string, number>>;
  /** Weights of the regression of who accepts what: the fleet's, and those of the couriers in the round. */
  acceptance: Readonly<Record<string, Weight>>;
  /** Of an offer; null while nobody knows. */
  typicalPayMinor: number | null;
  roads: RoadSeconds;
};

/** Whom and what a round can ask about. */
export type ForecastScope = {
  nowMs: Milliseconds;
  places: readonly Point[];
  vehicles: readonly Vehicle[];
  courierIds: readonly string[];
};

/** Rides that begin later than this are planned by no round; beyond it the usual speed will do. */
const HOURS_AHEAD = 4;
const HOUR_MS: Milliseconds = 3_600_000;

export const factorKey = (cell: string, vehicle: Vehicle, hour: number): string => `${cell}:${vehicle}:${hour}`;

/** The key back from its text, as `factorKey` made it. */
export function parseFactorKey(key: string): { cell: string; vehicle: Vehicle; hour: number } {
  const [cell, vehicle, hour] = key.split(":");
  return { cell: cell!, vehicle: vehicle as Vehicle, hour: Number(hour) };
}

/** Takes out of all that was learnt what this round can ask for. */
export function forecastFacts(
  { statistics, acceptance }: Pick<Knowledge, "statistics" | "acceptance">,
  timezone: string,
  roads: RoadSeconds,
  { nowMs, places, vehicles, courierIds }: ForecastScope,
): ForecastFacts {
  const hourOf = hoursOf(timezone);
  const hours = Array.from({ length: HOURS_AHEAD + 1 }, (_, i) => Math.floor(hourOf(nowMs + i * HOUR_MS)));
  const logFactors: Record<string, number> = {};
  const taught = [...statistics.keys()].some((key) => key.startsWith("travel|"));
  for (const cell of new Set(taught ? places.map(cellOf) : []))
    for (const vehicle of vehicles)
      for (const hour of hours) {
        const { mean } = cellBelief(statistics, { cell, vehicle, hour });
        if (mean !== 0) logFactors[factorKey(cell, vehicle, hour)] = mean;
      }
  const own = new Set(courierIds.map((id) => `courier:${id}`));
  const weights = [...acceptance].filter(([name]) => !isCourierWeight(name) || own.has(name));
  return {
    timezone,
    logFactors,
    acceptance: Object.fromEntries(weights),
    typicalPayMinor: typicalPayOf(statistics),
    roads,
  };
}
