import { answeredLately } from "#api/modules/alerts/answered-lately";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { Id } from "#shared/kernel/ids";
import { kitchenKnows } from "./announce-order";
import { lockOrder } from "./lock-order";
import { alertKitchen } from "./move-order";

/** Somebody took it, and it is still not confirmed: rings again. Does nothing before the answer has grown old. */
export const alertUnconfirmed = (deps: Deps, organisationId: Id, orderId: Id): Promise<void> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const order = await lockOrder(work, orderId);
    if (order.status !== "placed" || !kitchenKnows(work, order)) return;
    if ((await answeredLately(work, "order_unconfirmed", [orderId])).has(orderId)) return;
    await alertKitchen(work, deps, order);
  });
