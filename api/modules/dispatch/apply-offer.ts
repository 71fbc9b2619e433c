import { and, asc, eq, inArray } from "drizzle-orm";
import type { Decisions, LadderChange, OfferDecision } from "#api/domain/dispatch/dispatch-policy";
import { moveDelivery } from "#api/modules/deliveries/move-delivery";
import { makeOffers } from "#api/modules/offers/make-offers";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";

/** What became of an offer that a round decided on. */
export type Applied = { deliveryIds: readonly Id[]; tripId: Id | null; courierIds: readonly Id[]; why: string | null };

/** The world has moved since the snapshot: nothing of the decision may remain. */
class StaleDecision extends Error {
  override readonly name = "StaleDecision";
}

type Round = {
  organisationId: Id;
  /** The moment of the snapshot that the round decided on. */
  nowMs: Milliseconds;
  versions: ReadonlyMap<Id, number>;
  ladder: readonly LadderChange[];
};

/**
 * Makes one offer of a round, in a transaction of its own. Race: with everything and everybody. It goes through only
 * while each delivery has the status and the version that the snapshot saw, and while at least one courier may still be
 * asked; else it leaves no trace, and the next round decides anew. Its time begins now: what a round of many offers took is
 * not taken from the last of them.
 */
export async function applyOffer(deps: Deps, round: Round, decided: OfferDecision): Promise<Applied> {
  const applied = { deliveryIds: decided.deliveryIds, tripId: null, courierIds: [], why: null };
  try {
    return await withActor(deps, systemActor(round.organisationId), async (work) => {
      const offer = { ...decided, expiresAtMs: decided.expiresAtMs + work.at.getTime() - round.nowMs };
      const held = await holdUnchanged(work, round.versions, offer.deliveryIds);
      const made = await makeOffers(work, deps, offer, held);
      if (!made) throw new StaleDecision("nobody can be asked any more");
      for (const delivery of held)
        await moveDelivery(work, deps, delivery, {
          action: "offer",
          as: "system",
          details: { tripId: made.tripId, mode: offer.mode, couriers: made.courierIds.length },
          set: { ...ladderOf(round.ladder, delivery.id), decideAt: new Date(offer.expiresAtMs) },
        });
      return { ...applied, ...made };
    });
  } catch (error) {
    if (error instanceof StaleDecision) return { ...applied, why: error.message };
    throw error;
  }
}

async function holdUnchanged({ tx, actor }: Work, versions: ReadonlyMap<Id, number>, ids: readonly Id[]) {
  const rows = await tx
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        inArray(deliveries.id, [...ids]),
        eq(deliveries.status, "waiting"),
      ),
    )
    .orderBy(asc(deliveries.id))
    .for("no key update");
  if (rows.length !== ids.length || rows.some(({ id, version }) => versions.get(id) !== version))
    throw new StaleDecision("the delivery has moved on");
  return rows;
}

function ladderOf(ladder: Decisions["ladder"], deliveryId: Id) {
  const change = ladder.find((row) => row.deliveryId === deliveryId);
  return change && { ladderStep: change.step, ladderTries: change.tries, ladderSince: new Date(change.sinceMs) };
}
