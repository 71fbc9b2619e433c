import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import type { DeliveryAction } from "#shared/delivery/delivery-status";
import { ORDER_FOLLOWS } from "#shared/delivery/order-and-delivery";
import type { Id } from "#shared/kernel/ids";
import { lockOrder } from "./lock-order";
import { moveOrder } from "./move-order";

/**
 * Moves an order because its delivery moved, as the house; does nothing for what leaves the order alone
 * (`ORDER_FOLLOWS`). To be called after the delivery's row carries its new status and its courier.
 * @throws Refusal `order.not_found`, `order.action_not_allowed`
 */
export async function followOrder(
  work: Work,
  deps: Deps,
  orderId: Id,
  action: DeliveryAction,
  reason: string | null = null,
): Promise<void> {
  const follows = ORDER_FOLLOWS[action];
  if (!follows) return;
  await moveOrder(work, deps, await lockOrder(work, orderId), { action: follows, as: "system", reason });
}
