import { and, desc, eq } from "drizzle-orm";
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
    .select({ at: dispatchRounds.at, parts: dispatchRounds.parts, applied: dispatchRounds.applied })
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
  return rounds.flatMap(({ at, ...round }) => {
    const parts = round.parts as RoundPart[];
    const applied = round.applied as Applied[];
    return parts.flatMap(({ decisions }) =>
      decisions.explanations.flatMap(({ deliveryId, candidates }) => {
        const rank = candidates.findIndex((candidate) => candidate.courierId === courierId);
        if (rank < 0) return [];
        const offered = applied.some(
          (offer) => offer.deliveryIds.includes(deliveryId) && offer.courierIds.includes(courierId),
        );
        const { reasons } = candidates[rank]!;
        return [
          { at: at.toISOString(), rank: rank + 1, candidates: candidates.length, offered, reasons: { ...reasons } },
        ];
      }),
    );
  });
}
