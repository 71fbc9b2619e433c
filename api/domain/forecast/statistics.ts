import type { Milliseconds } from "#shared/kernel/units";
import { type Moments, NOTHING_SEEN, type Observation, observe } from "./moments";

/** What kinds of running statistics there are, each about a logarithm: durations and factors are skewed, logs less so. */
export const STATISTIC_KINDS = [
  "preparation", // subject: branch, or CITY as a ratio to the branch's own minutes
  "word", // subject: CITY or branch; the ratio of what it took to what the kitchen said
  "travel", // subject: CITY or H3 cell, with the vehicle; a factor on the default
  "waiting", // subject: CITY; from ready to picked up
  "pay", // subject: CITY; of an offer
] as const;
export type StatisticKind = (typeof STATISTIC_KINDS)[number];

/** The whole region. */
export const CITY = "city";
/** Whatever the hour. */
export const ALL_HOURS = -1;

/** Of what a statistic is; `hour` is local, 0 … 23, or `ALL_HOURS`. */
export type StatisticKey = { kind: StatisticKind; subject: string; hour: number };

/** The running statistics of one region, by the text of their key. */
export type Statistics = ReadonlyMap<string, Moments>;

export const statisticKey = ({ kind, subject, hour }: StatisticKey): string => `${kind}|${subject}|${hour}`;

/** The key back from its text. @throws RangeError when it is none: a bug of whoever made it */
export function parseStatisticKey(text: string): StatisticKey {
  const [kind, subject, hour] = text.split("|");
  const known = STATISTIC_KINDS.find((each) => each === kind);
  if (!known || subject === undefined || !Number.isInteger(Number(hour))) throw new RangeError(`no statistic: ${text}`);
  return { kind: known, subject, hour: Number(hour) };
}

export const statisticOf = (statistics: Statistics, key: StatisticKey): Moments =>
  statistics.get(statisticKey(key)) ?? NOTHING_SEEN;

/** A city changes in weeks: what is four weeks old counts half. */
export const HALF_LIFE_MS: Milliseconds = 28 * 86_400_000;

/** Takes one observation into a statistic. Changes `statistics`, which must be the caller's own. */
export function learn(statistics: Map<string, Moments>, key: StatisticKey, observation: Observation): void {
  statistics.set(statisticKey(key), observe(statisticOf(statistics, key), observation, HALF_LIFE_MS));
}
