import { and, eq, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { orders } from "#drizzle/schema/index";
import type { OrderNews } from "#shared/contracts/notifications";
import type { Id } from "#shared/kernel/ids";

/**
 * The order itself stays where it is, but its customer should see something new of it: who brings it, or that they are
 * at the door. Counts as a version, so that the card is sent again.
 */
export async function refreshOrderCard(
  { tx, actor, emit, notify }: Work,
  orderId: Id,
  news?: OrderNews,
): Promise<void> {
  const [order] = await tx
    .update(orders)
    .set({ version: sql`${orders.version} + 1` })
    .where(and(eq(orders.organisationId, actor.organisationId), eq(orders.id, orderId)))
    .returning();
  if (!order) return;
  const to = { recipientId: order.accountId, botId: order.botId, version: order.version };
  notify({ ...to, body: { kind: "order.card", orderId, status: order.status } });
  if (news) notify({ ...to, body: { kind: "order.news", orderId, news } });
  emit({ kind: "order.changed", body: { orderId, branchId: order.branchId, status: order.status } });
}
