import { and, eq } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { branchHolidays, branchHours } from "#drizzle/schema/index";
import type { BranchHoliday, OpenStretch } from "#shared/contracts/branch-settings";
import type { Id } from "#shared/kernel/ids";

/** The week anew: rows carry nothing that anybody refers to. The branch's row is locked by the caller. */
export async function replaceHours(
  { tx, actor }: Work,
  { newId }: Pick<Deps, "newId">,
  branchId: Id,
  hours: readonly OpenStretch[],
): Promise<void> {
  const { organisationId } = actor;
  await tx
    .delete(branchHours)
    .where(and(eq(branchHours.organisationId, organisationId), eq(branchHours.branchId, branchId)));
  const rows = hours.map((stretch) => ({ organisationId, id: newId(), branchId, ...stretch }));
  if (rows.length > 0) await tx.insert(branchHours).values(rows);
}

/** All days with hours of their own anew. The branch's row is locked by the caller. */
export async function replaceHolidays(
  { tx, actor }: Work,
  branchId: Id,
  holidays: readonly BranchHoliday[],
): Promise<void> {
  const { organisationId } = actor;
  await tx
    .delete(branchHolidays)
    .where(and(eq(branchHolidays.organisationId, organisationId), eq(branchHolidays.branchId, branchId)));
  const rows = holidays.map((holiday) => ({ organisationId, branchId, ...holiday }));
  if (rows.length > 0) await tx.insert(branchHolidays).values(rows);
}
