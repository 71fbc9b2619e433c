import { and, desc, eq, type SQL } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { branches, memberships, profiles } from "#drizzle/schema/index";
import type { MemberCard } from "#shared/contracts/views";

/** Members of the organisation with their names, the latest first. */
export const memberCards = ({ tx, actor }: Pick<Work, "tx" | "actor">, which?: SQL): Promise<MemberCard[]> =>
  tx
    .select({
      id: memberships.id,
      accountId: memberships.accountId,
      firstName: profiles.firstName,
      lastName: profiles.lastName,
      role: memberships.role,
      branchId: memberships.branchId,
      branchName: branches.name,
      status: memberships.status,
    })
    .from(memberships)
    .innerJoin(
      profiles,
      and(eq(profiles.organisationId, memberships.organisationId), eq(profiles.accountId, memberships.accountId)),
    )
    .leftJoin(
      branches,
      and(eq(branches.organisationId, memberships.organisationId), eq(branches.id, memberships.branchId)),
    )
    .where(and(eq(memberships.organisationId, actor.organisationId), which))
    .orderBy(desc(memberships.createdAt), desc(memberships.id));
