import type { TransactionSql } from "postgres";
import type { Id } from "#shared/kernel/ids";

/** What was ordered is no longer about to be ordered. A cart of another branch stays. */
export const emptyCart = (
  sql: TransactionSql,
  { organisationId, accountId, branchId }: { organisationId: Id; accountId: Id; branchId: Id },
) => sql`
  delete from cart_lines l using carts c
  where c.organisation_id = ${organisationId} and c.account_id = ${accountId} and c.branch_id = ${branchId}
    and l.organisation_id = c.organisation_id and l.cart_id = c.id`;
