import { and, eq, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { moneyEntries } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Minor } from "#shared/kernel/units";

/** What stands on an account of one party, in minor units; what we owe is below zero. */
export async function balanceOf(
  { tx, actor }: Pick<Work, "tx" | "actor">,
  account: (typeof moneyEntries.$inferSelect)["account"],
  partyId: Id,
): Promise<Minor> {
  const [sum] = await tx
    .select({ minor: sql<string>`coalesce(sum(${moneyEntries.amountMinor}), 0)` })
    .from(moneyEntries)
    .where(
      and(
        eq(moneyEntries.organisationId, actor.organisationId),
        eq(moneyEntries.account, account),
        eq(moneyEntries.partyId, partyId),
      ),
    );
  return Number(sum!.minor);
}
