import { and, eq } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { orders } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { kitchenOf, tellKitchen } from "./announce-order";
import { lockOrder } from "./lock-order";
import { alertKitchen } from "./move-order";

/**
 * The time has come for the kitchen to hear of a scheduled order: it shows on the board, and rings until it is
 * confirmed. Does nothing for one that is early, was released already, or has ended.
 */
export const releaseOrder = (deps: Deps, organisationId: Id, orderId: Id): Promise<void> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const order = await lockOrder(work, orderId);
    if (!order.releaseAt || order.releaseAt > work.at || order.closedAt) return;
    const released = { ...order, releaseAt: null, version: order.version + 1 };
    await work.tx
      .update(orders)
      .set({ releaseAt: null, version: released.version })
      .where(and(eq(orders.organisationId, organisationId), eq(orders.id, orderId)));
    if (order.status !== "placed") return;
    work.emit({ kind: "order.changed", body: { orderId, branchId: order.branchId, status: order.status } });
    tellKitchen(work, released, await kitchenOf(work, order.branchId));
    await alertKitchen(work, deps, released);
  });
