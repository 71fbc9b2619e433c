import { and, eq, sql } from "drizzle-orm";
import { searchNow } from "#api/modules/dispatch/search-now";
import type { Work } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

/**
 * The food is ready: whoever was to be asked in some minutes is asked now. Race: a round that looked before this finds
 * the version moved and decides nothing; the next one knows better. In the transaction that holds the order.
 */
export async function hurryDelivery(work: Work, orderId: Id): Promise<void> {
  const { tx, actor, at } = work;
  const [hurried] = await tx
    .update(deliveries)
    .set({ decideAt: at, version: sql`${deliveries.version} + 1` })
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        eq(deliveries.orderId, orderId),
        eq(deliveries.status, "waiting"),
      ),
    )
    .returning({ regionId: deliveries.regionId });
  if (hurried) searchNow(work, hurried.regionId);
}
