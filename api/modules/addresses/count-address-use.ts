import type { TransactionSql } from "postgres";
import type { Person } from "#api/platform/actor";
import type { Id } from "#shared/kernel/ids";

/** An order goes there again: the address used last is offered first. Somebody else's id changes nothing. */
export async function countAddressUse(
  sql: TransactionSql,
  { organisationId, accountId }: Pick<Person, "organisationId" | "accountId">,
  id: Id,
  at: Date,
): Promise<void> {
  await sql`
    update addresses set used_count = used_count + 1, used_at = ${at.toISOString()}
    where organisation_id = ${organisationId} and account_id = ${accountId} and id = ${id} and erased_at is null`;
}
