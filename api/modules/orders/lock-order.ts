import { and, eq } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { orders } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { OrderRow } from "./order-row";

/**
 * The order, held until this transaction ends. Whoever holds an order and its delivery takes the order first: the other
 * way round two verbs could wait for each other.
 * @throws Refusal `order.not_found`
 */
export async function lockOrder({ tx, actor }: Work, orderId: Id): Promise<OrderRow> {
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.organisationId, actor.organisationId), eq(orders.id, orderId)))
    .for("no key update");
  if (!order) throw new Refusal("order.not_found");
  return order;
}
