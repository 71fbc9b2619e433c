import { and, asc, eq, inArray, lte, notExists, sql } from "drizzle-orm";
import { alertLate } from "#api/modules/orders/alert-late";
import { alerts, orders } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** An order whose promise has passed, and of which nobody was told. */
export const orderLate: Deadline = {
  kind: "order-late",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: orders.organisationId, subjectId: orders.id })
      .from(orders)
      .where(
        and(
          inArray(orders.status, ["placed", "confirmed", "preparing", "ready", "picked_up"]),
          sql`${orders.closedAt} is null`,
          lte(orders.promisedAt, at),
          notExists(
            tx
              .select({ id: alerts.id })
              .from(alerts)
              .where(
                and(
                  eq(alerts.organisationId, orders.organisationId),
                  eq(alerts.kind, "order_late"),
                  eq(alerts.subjectId, orders.id),
                ),
              ),
          ),
        ),
      )
      .orderBy(asc(orders.promisedAt))
      .limit(limit),
  run: (deps, { organisationId, subjectId }) => alertLate(deps, organisationId, subjectId),
};
