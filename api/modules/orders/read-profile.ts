import type { TransactionSql } from "postgres";
import type { Person } from "#api/platform/actor";
import type { Profile } from "./save-order";

/** Who the customer is to this organisation; nothing when they never said. */
export async function readProfile(sql: TransactionSql, { organisationId, accountId }: Person): Promise<Profile> {
  const [row] = await sql<Profile[]>`
    select first_name as name, phone from profiles
    where organisation_id = ${organisationId} and account_id = ${accountId}`;
  return row ?? { name: null, phone: null };
}
