import { asc, lte } from "drizzle-orm";
import { checkSilence } from "#api/modules/couriers/check-silence";
import { couriers } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** A courier on shift, or with something of ours in hand, of whom nothing was heard for a while. */
export const courierSilence: Deadline = {
  kind: "courier-silence",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: couriers.organisationId, subjectId: couriers.id })
      .from(couriers)
      .where(lte(couriers.staleAt, at))
      .orderBy(asc(couriers.staleAt))
      .limit(limit),
  run: checkSilence,
};
