import { and, asc, eq, lte } from "drizzle-orm";
import { expireInvoice } from "#api/modules/orders/expire-invoice";
import { orders } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** An order that waits for its payment no longer. */
export const invoiceExpiry: Deadline = {
  kind: "invoice-expiry",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: orders.organisationId, subjectId: orders.id })
      .from(orders)
      .where(and(eq(orders.status, "awaiting_payment"), lte(orders.invoiceExpiresAt, at)))
      .orderBy(asc(orders.invoiceExpiresAt))
      .limit(limit),
  run: (deps, { organisationId, subjectId }) => expireInvoice(deps, organisationId, subjectId),
};
