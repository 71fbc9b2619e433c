import type { Metres, Milliseconds, Minor } from "#shared/kernel/units";
import { type Ask, acceptProbability, learnAnswer } from "./acceptance";
import type { Knowledge, Lessons } from "./knowledge";
import { ALL_HOURS, CITY, learn, type Statistics, statisticOf } from "./statistics";

const PAY = { kind: "pay", subject: CITY, hour: ALL_HOURS } as const;

/** An exclusive offer to a courier. `hour` is local, fractions included. */
export type Offered = { courierId: string; pickupMetres: Metres; payMinor: Minor; hour: number };

function askOf(statistics: Statistics, offered: Offered): Ask {
  const pay = statisticOf(statistics, PAY);
  return { ...offered, typicalPayMinor: pay.weight > 0 ? Math.exp(pay.mean) : null };
}

/** How likely this courier takes it, by the answers of all so far, 0 … 1. */
export const offerProbability = (knowledge: Pick<Knowledge, "statistics" | "acceptance">, offered: Offered): number =>
  acceptProbability(knowledge.acceptance, askOf(knowledge.statistics, offered));

/** Learns from an answer; an offer that ran out is a no. Changes `lessons`. */
export function learnOffer(
  { statistics, acceptance }: Pick<Lessons, "statistics" | "acceptance">,
  offered: Offered,
  { accepted, atMs }: { accepted: boolean; atMs: Milliseconds },
): void {
  learnAnswer(acceptance, askOf(statistics, offered), accepted);
  if (offered.payMinor > 0) learn(statistics, PAY, { value: Math.log(offered.payMinor), atMs });
}
