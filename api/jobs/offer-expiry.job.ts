import { and, asc, eq, lte } from "drizzle-orm";
import { expireOffer } from "#api/modules/offers/expire-offer";
import { offers } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** An offer that nobody answered in time. */
export const offerExpiry: Deadline = {
  kind: "offer-expiry",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: offers.organisationId, subjectId: offers.id })
      .from(offers)
      .where(and(eq(offers.status, "live"), lte(offers.expiresAt, at)))
      .orderBy(asc(offers.expiresAt))
      .limit(limit),
  run: expireOffer,
};
