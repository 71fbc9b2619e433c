import { and, asc, eq } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import { revokeSessionsOf } from "#api/modules/sign-in/revoke-sessions";
import type { Person } from "#api/platform/actor";
import { forgetActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { memberships } from "#drizzle/schema/index";
import type { MembersQuery, NewMember } from "#shared/contracts/members";
import type { MemberCard } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { announceMember } from "./announce-member";
import { mustBeBranch } from "./invite";
import { memberCards } from "./member-card";
import { mustGrant, reaches } from "./member-rights";
import { closeShift } from "./staff-shift";

/** Who works here, the latest first; those of other branches only for who answers for all. @throws Refusal `auth.not_allowed` */
export const listMembers = (
  deps: Deps,
  actor: Person,
  { status }: MembersQuery,
): Promise<{ members: MemberCard[] }> => {
  mustMay(actor, "member.see");
  return withActor(deps, actor, async (work) => {
    const members = await memberCards(work, status && eq(memberships.status, status));
    return { members: members.filter(({ branchId }) => reaches(actor, "member.see", branchId)) };
  });
};

type Decision = { id: Id; status: "active" | "suspended" };

/**
 * Lets somebody of the staff in, or not any more: then their sessions end, and they are off duty. Couriers are admitted
 * elsewhere, with all that hangs on them.
 * @throws Refusal `member.not_found`, `member.last_owner`, `auth.not_allowed`, `request.outdated`
 */
export const decideMember = (deps: Deps, actor: Person, { id, status }: Decision): Promise<MemberCard> =>
  withActor(deps, actor, async (work) => {
    const [before] = await memberCards(work, eq(memberships.id, id));
    if (!before || before.role === "courier" || !reaches(actor, "member.see", before.branchId))
      throw new Refusal("member.not_found");
    mustGrant(actor, before.role, before.branchId);
    if (status === "suspended" && before.role === "owner") await mustNotBeLastOwner(work, id);
    const [changed] = await work.tx
      .update(memberships)
      .set({ status, statusAt: work.at })
      .where(
        and(
          eq(memberships.organisationId, actor.organisationId),
          eq(memberships.id, id),
          eq(memberships.status, before.status),
        ),
      )
      .returning({ accountId: memberships.accountId });
    // Race: two managers decide at once. The condition lets one pass; the other hears that it is not as they saw it.
    if (!changed) throw new Refusal("request.outdated");
    const after = { ...before, status };
    if (before.status === status) return after;
    if (status === "suspended") await shutOut(deps, work, before.accountId);
    await audit(work, deps, {
      action: status === "active" ? "member.approve" : "member.suspend",
      subjectKind: "membership",
      subjectId: id,
      before: { status: before.status },
      after: { status },
    });
    await announceMember(work, after, "to_member");
    work.afterCommit(() => forgetActor(deps, actor.organisationId, before.accountId));
    return after;
  });

/** A further role, or the same one for another branch, for somebody whom the organisation knows. */
export const grantRole = (deps: Deps, actor: Person, { accountId, role, branchId }: NewMember): Promise<MemberCard> => {
  mustGrant(actor, role, branchId);
  return withActor(deps, actor, async (work) => {
    if (branchId) await mustBeBranch(work, branchId);
    const id = deps.newId();
    const { organisationId } = actor;
    const row = { organisationId, id, accountId, role, branchId, createdAt: work.at, statusAt: work.at };
    const known = await memberCards(work, eq(memberships.accountId, accountId));
    const same = known.find((member) => member.role === role && member.branchId === branchId);
    if (known.length === 0) throw new Refusal("member.not_found");
    if (same) return same;
    await work.tx
      .insert(memberships)
      .values({ ...row, status: "active" })
      .onConflictDoNothing();
    await audit(work, deps, {
      action: "member.grant",
      subjectKind: "membership",
      subjectId: id,
      after: { role, branchId },
    });
    const [member] = await memberCards(work, eq(memberships.id, id));
    if (!member) throw new Refusal("member.not_found"); // granted by somebody else at this moment
    await announceMember(work, member, "to_member");
    work.afterCommit(() => forgetActor(deps, organisationId, accountId));
    return member;
  });
};

async function shutOut(deps: Deps, work: Work, accountId: Id): Promise<void> {
  await revokeSessionsOf(deps, work, accountId, "suspended");
  await closeShift(work, { organisationId: work.actor.organisationId, accountId });
}

/** Race: two owners suspend each other. They lock all owners in one order, so that the second counts what is left. */
async function mustNotBeLastOwner({ tx, actor }: Work, id: Id): Promise<void> {
  const owners = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, actor.organisationId),
        eq(memberships.role, "owner"),
        eq(memberships.status, "active"),
      ),
    )
    .orderBy(asc(memberships.id))
    .for("no key update");
  if (!owners.some((owner) => owner.id !== id)) throw new Refusal("member.last_owner");
}
