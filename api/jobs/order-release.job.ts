import { and, asc, isNull, lte } from "drizzle-orm";
import { releaseOrder } from "#api/modules/orders/release-order";
import { orders } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** A scheduled order that the kitchen must hear of now. */
export const orderRelease: Deadline = {
  kind: "order-release",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: orders.organisationId, subjectId: orders.id })
      .from(orders)
      .where(and(lte(orders.releaseAt, at), isNull(orders.closedAt)))
      .orderBy(asc(orders.releaseAt))
      .limit(limit),
  run: (deps, { organisationId, subjectId }) => releaseOrder(deps, organisationId, subjectId),
};
