import type { Metres, Milliseconds, Minor } from "#shared/kernel/units";
import { type Ask, learnAnswer } from "./acceptance";
import type { Lessons } from "./knowledge";
import { ALL_HOURS, CITY, learn, type Statistics, statisticOf } from "./statistics";

const PAY = { kind: "pay", subject: CITY, hour: ALL_HOURS } as const;

/** An exclusive offer to a courier. `hour` is local, fractions included. */
export type Offered = { courierId: string; pickupMetres: Metres; payMinor: Minor; hour: number };

/** What offers pay here in the middle; null while nobody knows. */
export function typicalPayOf(statistics: Statistics): number | null {
  const pay = statisticOf(statistics, PAY);
  return pay.weight > 0 ? Math.exp(pay.mean) : null;
}

const askOf = (statistics: Statistics, offered: Offered): Ask => ({
  ...offered,
  typicalPayMinor: typicalPayOf(statistics),
});

/** Learns from an answer; an offer that ran out is a no. Changes `lessons`. */
export function learnOffer(
  { statistics, acceptance }: Pick<Lessons, "statistics" | "acceptance">,
  offered: Offered,
  { accepted, atMs }: { accepted: boolean; atMs: Milliseconds },
): void {
  learnAnswer(acceptance, askOf(statistics, offered), accepted);
  if (offered.payMinor > 0) learn(statistics, PAY, { value: Math.log(offered.payMinor), atMs });
}
