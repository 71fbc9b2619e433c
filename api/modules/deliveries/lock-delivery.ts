import { and, eq, sql } from "drizzle-orm";
import { hasRole } from "#api/platform/actor";
import { mayAt } from "#api/platform/must-may";
import type { Work } from "#api/platform/with-actor";
import { deliveries, orders } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { DeliveryRow } from "./delivery-row";

/**
 * The delivery, held until this transaction ends, and before it its order: everybody takes order, delivery, trip and
 * offer in this sequence, so that no two verbs can wait for each other.
 * @throws Refusal `delivery.not_found`, for strangers as well
 */
export async function lockDelivery(work: Work, id: Id): Promise<DeliveryRow> {
  const { tx, actor } = work;
  const mine = and(eq(deliveries.organisationId, actor.organisationId), eq(deliveries.id, id));
  const orderOfIt = tx.select({ id: deliveries.orderId }).from(deliveries).where(mine);
  const [, [delivery]] = await Promise.all([
    tx
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.organisationId, actor.organisationId), sql`${orders.id} = (${orderOfIt})`))
      .for("no key update"),
    tx.select().from(deliveries).where(mine).for("no key update"),
  ]);
  if (!delivery || !concerns(work, delivery)) throw new Refusal("delivery.not_found");
  return delivery;
}

/** Its courier, a dispatcher or manager of its branch, or the house itself. */
export function concerns({ actor }: Pick<Work, "actor">, { courierId, branchId }: DeliveryRow): boolean {
  if (hasRole(actor, "system")) return true;
  if (courierId !== null && courierId === actor.courierId) return true;
  return mayAt(actor, "dispatch.steer", branchId);
}
