import { and, eq, inArray } from "drizzle-orm";
import { seeOrder } from "#api/modules/orders/see-order";
import type { Actor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import type { OrderPosition } from "#shared/contracts/position";
import { ON_BOARD_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { positionsOf } from "./live-positions";

/**
 * Where an order is, for whoever may see the order, and only while a courier has it on board: what he does before and
 * after is not the customer's.
 * @throws Refusal `order.not_found`, for strangers as well
 */
export async function followOrder(deps: Deps, actor: Actor, orderId: Id): Promise<OrderPosition> {
  await seeOrder(deps, actor, orderId);
  const carrying = await withActor(deps, actor, async ({ tx }) => {
    const [row] = await tx
      .select({ courierId: deliveries.courierId, regionId: deliveries.regionId })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.organisationId, actor.organisationId),
          eq(deliveries.orderId, orderId),
          inArray(deliveries.status, [...ON_BOARD_DELIVERY_STATUSES]),
        ),
      );
    return row;
  });
  const [seen] = carrying?.courierId ? await positionsOf(deps, carrying.regionId, [carrying.courierId]) : [];
  return { orderId, position: seen ? { ...seen.point, at: new Date(seen.atMs).toISOString() } : null };
}
