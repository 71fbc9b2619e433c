import { and, eq, isNull } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { branches } from "#drizzle/schema/index";
import type { BranchSettings, NewBranch } from "#shared/contracts/branch-settings";
import { Refusal } from "#shared/kernel/refusal";
import { readBranchSettings } from "./read-branch-settings";
import { replaceHours } from "./replace-hours";

/**
 * A further branch that works like one that is there. It sells nothing until it has a zone or offers pick-up, so that
 * nobody orders from a kitchen that is not furnished yet.
 * @throws Refusal `auth.not_allowed` (also for who answers for some branches only), `branch.not_found`
 */
export const openBranch = (
  deps: Deps,
  actor: Person,
  { likeBranchId, point, ...own }: NewBranch,
): Promise<BranchSettings> => {
  mustMay(actor, "branch.edit");
  if (actor.branches !== "all") throw new Refusal("auth.not_allowed");
  return withActor(deps, actor, async (work) => {
    const { organisationId } = actor;
    const [like] = await work.tx
      .select()
      .from(branches)
      .where(
        and(eq(branches.organisationId, organisationId), eq(branches.id, likeBranchId), isNull(branches.archivedAt)),
      );
    if (!like) throw new Refusal("branch.not_found");
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
    const { hours } = await readBranchSettings(work, likeBranchId);
    await replaceHours(work, deps, id, hours);
    const after = { name: own.name, addressText: own.addressText, like: like.name.en };
    await audit(work, deps, { action: "branch.open", subjectKind: "branch", subjectId: id, after });
    work.emit({ kind: "branch.changed", body: { branchId: id } });
    return readBranchSettings(work, id);
  });
};
