import { and, eq } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { offers } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { OfferRow } from "./offer-row";

/** @throws Refusal `offer.not_found`, for an offer to somebody else as well */
export async function findMyOffer({ tx, actor }: Work, id: Id): Promise<OfferRow> {
  if (!actor.courierId) throw new Refusal("offer.not_found");
  const [offer] = await tx
    .select()
    .from(offers)
    .where(
      and(eq(offers.organisationId, actor.organisationId), eq(offers.id, id), eq(offers.courierId, actor.courierId)),
    );
  if (!offer) throw new Refusal("offer.not_found");
  return offer;
}

const REFUSALS = {
  live: "offer.expired", // its time is over, and the alarm has not rung yet
  expired: "offer.expired",
  lost: "offer.already_taken",
  accepted: "offer.closed",
  declined: "offer.closed",
  withdrawn: "offer.closed",
} as const;

/** Why an offer cannot be answered any more. */
export const refusalOf = ({ status }: OfferRow): Refusal => new Refusal(REFUSALS[status], { status });
