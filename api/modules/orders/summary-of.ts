import type { OrderSummary } from "#shared/contracts/order";
import type { OrderRow } from "./order-row";

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** An order as lists show it. */
export const summaryOf = (order: OrderRow): OrderSummary => ({
  id: order.id,
  code: order.code,
  branchId: order.branchId,
  status: order.status,
  version: order.version,
  fulfilment: order.fulfilment,
  paymentMethod: order.paymentMethod,
  currency: order.currency,
  totalMinor: order.totalMinor,
  placedAt: order.placedAt.toISOString(),
  promisedAt: order.promisedAt.toISOString(),
  scheduledFor: text(order.scheduledFor),
  releaseAt: text(order.releaseAt),
  invoiceExpiresAt: text(order.invoiceExpiresAt),
  closedAt: text(order.closedAt),
});
