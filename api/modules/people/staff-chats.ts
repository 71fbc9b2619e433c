import { and, desc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { botChats, bots, memberships } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Role } from "#shared/kernel/role";

/** Where somebody of the staff reads: the staff bot that they opened last and have not blocked. */
export type StaffChat = { recipientId: Id; botId: Id };

/** Active staff of these roles; of one branch only those who work for it, or for all. */
export const chatsOfRoles = ({ tx, actor }: Work, roles: readonly Role[], branchId?: Id): Promise<StaffChat[]> =>
  tx
    .selectDistinctOn([botChats.accountId], { recipientId: botChats.accountId, botId: botChats.botId })
    .from(memberships)
    .innerJoin(
      botChats,
      and(eq(botChats.organisationId, memberships.organisationId), eq(botChats.accountId, memberships.accountId)),
    )
    .innerJoin(bots, and(eq(bots.organisationId, botChats.organisationId), eq(bots.id, botChats.botId)))
    .where(
      and(
        eq(memberships.organisationId, actor.organisationId),
        inArray(memberships.role, [...roles]),
        eq(memberships.status, "active"),
        branchId ? or(isNull(memberships.branchId), eq(memberships.branchId, branchId)) : undefined,
        readable,
      ),
    )
    .orderBy(botChats.accountId, desc(botChats.startedAt));

/** One person, whatever became of their roles. */
export async function staffChatOf({ tx, actor }: Work, accountId: Id): Promise<StaffChat | undefined> {
  const [chat] = await tx
    .select({ recipientId: botChats.accountId, botId: botChats.botId })
    .from(botChats)
    .innerJoin(bots, and(eq(bots.organisationId, botChats.organisationId), eq(bots.id, botChats.botId)))
    .where(and(eq(botChats.organisationId, actor.organisationId), eq(botChats.accountId, accountId), readable))
    .orderBy(desc(botChats.startedAt))
    .limit(1);
  return chat;
}

const readable: SQL | undefined = and(eq(bots.kind, "staff"), eq(bots.enabled, true), isNull(botChats.unreachableAt));
