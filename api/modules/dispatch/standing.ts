import { and, desc, eq, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { dispatchRounds } from "#drizzle/schema/index";
import type { CourierPlace } from "#shared/contracts/courier";
import type { Id } from "#shared/kernel/ids";
import type { Applied } from "./apply-offer";
import type { RoundPart } from "./decide-parts";

const ROUNDS_LOOKED_AT = 20;

/** What the last rounds thought of a courier: his rank among the candidates, whether he was asked, and the figures. */
export async function recentStandings(
  { tx, actor }: Work,
  regionId: Id,
  courierId: Id,
): Promise<CourierPlace["recent"]> {
  const rounds = await tx
    .select({ at: dispatchRounds.at, explanations: explanationsFor(courierId), applied: dispatchRounds.applied })
    .from(dispatchRounds)
    .where(
      and(
        eq(dispatchRounds.organisationId, actor.organisationId),
        eq(dispatchRounds.regionId, regionId),
        eq(dispatchRounds.whole, true),
      ),
    )
    .orderBy(desc(dispatchRounds.at))
    .limit(ROUNDS_LOOKED_AT);
  return rounds.flatMap(({ at, explanations, ...round }) => {
    const applied = round.applied as Applied[];
    return explanations.map(({ deliveryId, candidates }) => {
      const rank = candidates.findIndex((candidate) => candidate.courierId === courierId);
      const offered = applied.some(
        (offer) => offer.deliveryIds.includes(deliveryId) && offer.courierIds.includes(courierId),
      );
      const { reasons } = candidates[rank]!;
      return { at: at.toISOString(), rank: rank + 1, candidates: candidates.length, offered, reasons: { ...reasons } };
    });
  });
}

/** Picked out by Postgres: a round of a large city is a megabyte and a half, and all but a line of it is about others. */
const explanationsFor = (courierId: Id) =>
  sql<RoundPart["decisions"]["explanations"]>`jsonb_path_query_array(${dispatchRounds.parts},
    '$[*].decisions.explanations[*] ? (@.candidates[*].courierId == $courier)',
    jsonb_build_object('courier', ${courierId}::text))`;
