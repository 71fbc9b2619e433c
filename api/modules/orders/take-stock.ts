import type { TransactionSql } from "postgres";
import type { Portion } from "#api/domain/quote/quote-types";
import type { Deps } from "#api/platform/deps";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

type Taking = { organisationId: Id; branchId: Id; orderId: Id; accountId: Id; at: Date };

/**
 * Takes counted portions off the shelf, each by a conditional update, in item-id order so that opposite carts never wait
 * for each other. Race for the last portion: the row lock lets one through, the other's condition fails.
 * @param portions in item-id order
 * @throws Refusal `item.out_of_stock`, after which the transaction must end
 */
export async function takeStock(
  sql: TransactionSql,
  { newId }: Pick<Deps, "newId">,
  { organisationId, branchId, orderId, accountId, at }: Taking,
  portions: readonly Portion[],
): Promise<void> {
  if (portions.length === 0) return;
  const moment = at.toISOString();
  const log = portions.map(({ itemId, quantity }) => ({ id: newId(), item_id: itemId, delta: -quantity }));
  const taken = await Promise.all([
    ...portions.map(
      ({ itemId, quantity }) => sql`
        update branch_items set stock = stock - ${quantity}, updated_at = ${moment}
        where organisation_id = ${organisationId} and branch_id = ${branchId} and item_id = ${itemId}
          and (stock is null or stock >= ${quantity})`,
    ),
    sql`
      insert into stock_log (organisation_id, id, branch_id, item_id, delta, reason, cause_id, done_by, account_id, at)
      select ${organisationId}, l.id, ${branchId}, l.item_id, l.delta, 'sold', ${orderId}, 'customer', ${accountId},
        ${moment}
      from jsonb_to_recordset(${JSON.stringify(log)}::jsonb) as l(id uuid, item_id uuid, delta integer)`,
  ]);
  const missing = portions.findIndex((_, index) => taken[index]?.count === 0);
  if (missing >= 0) throw new Refusal("item.out_of_stock", { itemId: portions[missing]!.itemId });
}
