import { and, eq, isNull } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { botChats, memberships, staffShifts } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { accountOf, keepName } from "./meet";

/**
 * From now on a group of the staff is rung like a dispatcher who is always on duty. To the ledger it is one more account,
 * whose Telegram id is the group's (negative, as Telegram counts them); what is tapped in it is done by whoever taps.
 * Connecting twice changes nothing.
 * @throws Refusal `auth.not_allowed`
 */
export const connectGroup = (
  deps: Deps,
  actor: Person,
  { chatId, title }: { chatId: number; title: string },
): Promise<{ connected: boolean }> => {
  mustMay(actor, "member.invite");
  return withActor(deps, actor, async (work) => {
    const accountId = await accountOf(work, deps, { telegramId: chatId });
    await keepName(work, accountId, { telegramId: chatId, firstName: title });
    await openDesk(work, deps, accountId, actor.botId);
    return { connected: true };
  });
};

async function openDesk({ tx, at, actor }: Work, { newId }: Deps, accountId: Id, botId: Id): Promise<void> {
  const { organisationId } = actor;
  const mine = { organisationId, accountId };
  await tx
    .insert(botChats)
    .values({ ...mine, botId, startedAt: at })
    .onConflictDoNothing();
  await tx
    .insert(memberships)
    .values({ ...mine, id: newId(), role: "dispatcher", status: "active", createdAt: at, statusAt: at })
    .onConflictDoNothing();
  const open = and(
    eq(staffShifts.organisationId, organisationId),
    eq(staffShifts.accountId, accountId),
    isNull(staffShifts.endedAt),
  );
  if ((await tx.$count(staffShifts, open)) === 0)
    await tx.insert(staffShifts).values({ ...mine, id: newId(), startedAt: at });
}
