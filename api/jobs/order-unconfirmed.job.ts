import { and, asc, eq, isNull } from "drizzle-orm";
import { nobodySeesTo } from "#api/modules/alerts/answered-lately";
import { alertUnconfirmed } from "#api/modules/orders/alert-unconfirmed";
import { orders } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** A new order that the kitchen knows of, for which nothing rings, and whose last "I take it" has grown old. */
export const orderUnconfirmed: Deadline = {
  kind: "order-unconfirmed",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: orders.organisationId, subjectId: orders.id })
      .from(orders)
      .where(
        and(
          eq(orders.status, "placed"),
          isNull(orders.closedAt),
          isNull(orders.releaseAt),
          nobodySeesTo(tx, "order_unconfirmed", orders, at),
        ),
      )
      .orderBy(asc(orders.placedAt))
      .limit(limit),
  run: (deps, { organisationId, subjectId }) => alertUnconfirmed(deps, organisationId, subjectId),
};
