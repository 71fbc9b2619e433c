import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { auditLog, branches } from "#drizzle/schema/index";
import type { BranchView, ExtraPromise } from "#shared/contracts/branch";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { Role } from "#shared/kernel/role";
import { branchFor } from "./see-branches";

const MINUTE_MS = 60_000;
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS);

type Change = Partial<Pick<typeof branches.$inferSelect, "pausedUntil" | "extraPromiseMinutes" | "extraPromiseUntil">>;

/**
 * Takes no orders for a while; 0 minutes opens again. Past its time the branch opens by itself.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`
 */
export const pauseBranch = (
  deps: Deps,
  person: Person,
  { id, minutes }: { id: Id; minutes: number },
): Promise<BranchView> =>
  withActor(deps, person, (work) =>
    changeBranch(work, deps, person, id, { pausedUntil: minutes > 0 ? later(work.at, minutes) : null }),
  );

/**
 * Promises everybody more time while the kitchen is drowning.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`
 */
export const lengthenPromises = (
  deps: Deps,
  person: Person,
  { id, extraMinutes, forMinutes }: ExtraPromise & { id: Id },
): Promise<BranchView> =>
  withActor(deps, person, (work) =>
    changeBranch(work, deps, person, id, {
      extraPromiseMinutes: extraMinutes,
      extraPromiseUntil: extraMinutes > 0 ? later(work.at, forMinutes) : null,
    }),
  );

async function changeBranch(work: Work, deps: Deps, person: Person, id: Id, change: Change): Promise<BranchView> {
  mustMay(person, "branch.pause");
  const { tx, at } = work;
  const { organisationId, accountId } = person;
  const mine = and(eq(branches.organisationId, organisationId), eq(branches.id, id));
  const [before] = await tx
    .select({
      pausedUntil: branches.pausedUntil,
      extraPromiseMinutes: branches.extraPromiseMinutes,
      extraPromiseUntil: branches.extraPromiseUntil,
    })
    .from(branches)
    .where(mine)
    .for("no key update");
  if (!before || !mayAt(person, "branch.pause", id)) throw new Refusal("branch.not_found");
  await Promise.all([
    tx.update(branches).set(change).where(mine),
    tx.insert(auditLog).values({
      organisationId,
      id: deps.newId(),
      accountId,
      doneBy: person.roles[0] as Role,
      action: "branch.pause",
      subjectKind: "branch",
      subjectId: id,
      before,
      after: change,
      at,
    }),
  ]);
  work.emit({ kind: "branch.changed", body: { branchId: id } });
  return branchFor(work, id);
}
