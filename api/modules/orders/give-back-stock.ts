import { and, eq, sql } from "drizzle-orm";
import { forgetMenu } from "#api/modules/menu/menu-cache";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { branchItems, stockLog } from "#drizzle/schema/index";
import type { Doer } from "#shared/kernel/role";
import type { OrderStatus } from "#shared/order/order-status";
import type { OrderRow } from "./order-row";

/** What is cooking, or was, is no stock any more. */
const UNCOOKED: readonly OrderStatus[] = ["awaiting_payment", "placed", "confirmed"];

/**
 * Puts back on the shelf what an order that ends uncooked had taken, each portion with its row in the log. Twice is
 * impossible: the log has one row for an item, an order and a reason.
 */
export async function giveBackStock(
  { tx, actor, at, afterCommit }: Work,
  deps: Pick<Deps, "newId" | "redis" | "keys" | "log">,
  order: OrderRow,
  doneBy: Doer,
): Promise<void> {
  if (!UNCOOKED.includes(order.status)) return;
  const { organisationId } = actor;
  const taken = await tx
    .select({ itemId: stockLog.itemId, delta: stockLog.delta })
    .from(stockLog)
    .where(
      and(eq(stockLog.organisationId, organisationId), eq(stockLog.causeId, order.id), eq(stockLog.reason, "sold")),
    )
    .orderBy(stockLog.itemId); // the order in which everybody takes their row locks
  if (taken.length === 0) return;
  afterCommit(() => forgetMenu(deps, organisationId, [order.branchId]));
  await Promise.all([
    ...taken.map(({ itemId, delta }) =>
      tx
        .update(branchItems)
        .set({ stock: sql`${branchItems.stock} - ${delta}`, updatedAt: at })
        .where(
          and(
            eq(branchItems.organisationId, organisationId),
            eq(branchItems.branchId, order.branchId),
            eq(branchItems.itemId, itemId),
          ),
        ),
    ),
    tx.insert(stockLog).values(
      taken.map(({ itemId, delta }) => ({
        organisationId,
        id: deps.newId(),
        branchId: order.branchId,
        itemId,
        delta: -delta,
        reason: "given_back" as const,
        causeId: order.id,
        doneBy,
        accountId: actor.accountId,
        at,
      })),
    ),
  ]);
}
