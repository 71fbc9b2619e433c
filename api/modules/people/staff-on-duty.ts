import { and, eq, isNull } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { staffShifts } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { chatsOfRoles, type StaffChat } from "./staff-chats";

/**
 * Those who speak for the business now: dispatchers and managers on shift; all of them when nobody is.
 * @param branchId whose people are meant; left out: everybody's
 */
export async function staffOnDuty(work: Work, branchId?: Id): Promise<StaffChat[]> {
  const { tx, actor } = work;
  const [everybody, shifts] = await Promise.all([
    chatsOfRoles(work, ["dispatcher", "manager", "owner"], branchId),
    tx
      .select({ accountId: staffShifts.accountId })
      .from(staffShifts)
      .where(and(eq(staffShifts.organisationId, actor.organisationId), isNull(staffShifts.endedAt))),
  ]);
  const onShift = new Set(shifts.map(({ accountId }) => accountId));
  const there = everybody.filter(({ recipientId }) => onShift.has(recipientId));
  return there.length > 0 ? there : everybody;
}
