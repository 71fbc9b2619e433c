import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { Id } from "#shared/kernel/ids";
import { lockOrder } from "./lock-order";
import { moveOrder } from "./move-order";

/**
 * An invoice that nobody paid in time: its order ends, and what it had taken goes back on the shelf. Does nothing for an
 * order that was paid, or that still has time, however often it is called.
 */
export const expireInvoice = (deps: Deps, organisationId: Id, orderId: Id): Promise<void> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const order = await lockOrder(work, orderId);
    const due = order.invoiceExpiresAt !== null && order.invoiceExpiresAt <= work.at;
    if (order.status === "awaiting_payment" && due)
      await moveOrder(work, deps, order, { action: "expire", as: "system" });
  });
