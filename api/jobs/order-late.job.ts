import { and, asc, inArray, isNull, lte } from "drizzle-orm";
import { nobodySeesTo } from "#api/modules/alerts/answered-lately";
import { alertLate } from "#api/modules/orders/alert-late";
import { orders } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** An order whose promise has passed, for which nothing rings, and whose last "I take it" has grown old. */
export const orderLate: Deadline = {
  kind: "order-late",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: orders.organisationId, subjectId: orders.id })
      .from(orders)
      .where(
        and(
          inArray(orders.status, ["placed", "confirmed", "preparing", "ready", "picked_up"]),
          isNull(orders.closedAt),
          lte(orders.promisedAt, at),
          nobodySeesTo(tx, "order_late", orders, at),
        ),
      )
      .orderBy(asc(orders.promisedAt))
      .limit(limit),
  run: (deps, { organisationId, subjectId }) => alertLate(deps, organisationId, subjectId),
};
