import { and, asc, eq, lte } from "drizzle-orm";
import { checkSilence } from "#api/modules/couriers/check-silence";
import { couriers } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** A courier on shift of whom nothing was heard for a while. */
export const courierSilence: Deadline = {
  kind: "courier-silence",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: couriers.organisationId, subjectId: couriers.id })
      .from(couriers)
      .where(and(eq(couriers.state, "online"), lte(couriers.staleAt, at)))
      .orderBy(asc(couriers.staleAt))
      .limit(limit),
  run: checkSilence,
};
