import { and, eq, isNull } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay, reachOf } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches } from "#drizzle/schema/index";
import type { BranchSettings, NewBranch } from "#shared/contracts/branch-settings";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { FIRST_HOURS, firstBranch } from "./first-branch";
import { readBranchSettings } from "./read-branch-settings";
import { replaceHours } from "./replace-hours";

/**
 * A branch that works like one that is there, or the organisation's first one with what it was founded with. It sells nothing until it has a zone or offers pick-up, so that
 * nobody orders from a kitchen that is not furnished yet.
 * @throws Refusal `auth.not_allowed` (also for who answers for some branches only), `branch.not_found`
 */
export const openBranch = (
  deps: Deps,
  actor: Person,
  { likeBranchId, point, ...own }: NewBranch,
): Promise<BranchSettings> => {
  mustMay(actor, "branch.edit");
  if (reachOf(actor, "branch.edit") !== "all") throw new Refusal("auth.not_allowed");
  return withActor(deps, actor, async (work) => {
    const like = likeBranchId ? await branchToCopy(work, likeBranchId) : await firstBranch(work);
    const id = deps.newId();
    await work.tx.insert(branches).values({
      ...like,
      ...own,
      ...point,
      id,
      offersPickup: false,
      pausedUntil: null,
      extraPromiseMinutes: 0,
      extraPromiseUntil: null,
      summaryAt: null,
      version: 0,
      createdAt: work.at,
    });
    const hours = likeBranchId ? (await readBranchSettings(work, likeBranchId)).hours : FIRST_HOURS;
    await replaceHours(work, deps, id, hours);
    const after = { name: own.name, addressText: own.addressText, like: likeBranchId };
    await audit(work, deps, { action: "branch.open", subjectKind: "branch", subjectId: id, after });
    work.emit({ kind: "branch.changed", body: { branchId: id } });
    return readBranchSettings(work, id);
  });
};

async function branchToCopy({ tx, actor }: Work, id: Id): Promise<typeof branches.$inferSelect> {
  const [like] = await tx
    .select()
    .from(branches)
    .where(and(eq(branches.organisationId, actor.organisationId), eq(branches.id, id), isNull(branches.archivedAt)));
  if (!like) throw new Refusal("branch.not_found");
  return like;
}
