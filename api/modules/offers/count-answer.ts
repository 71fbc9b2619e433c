import { and, eq, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { couriers } from "#drizzle/schema/index";
import type { OfferRow } from "./offer-row";

/** Exclusive offers make the acceptance rate: a wave asks many, and all but one of them lose. */
export async function countAnswer({ tx }: Work, offer: OfferRow, accepted: boolean): Promise<void> {
  if (offer.mode !== "exclusive") return;
  await tx
    .update(couriers)
    .set({
      offersDecided: sql`${couriers.offersDecided} + 1`,
      ...(accepted ? { offersAccepted: sql`${couriers.offersAccepted} + 1` } : {}),
    })
    .where(and(eq(couriers.organisationId, offer.organisationId), eq(couriers.id, offer.courierId)));
}
