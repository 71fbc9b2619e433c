import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { invitations, profiles } from "#drizzle/schema/index";
import { MemberRole, type OpenInvitations } from "#shared/contracts/members";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { mustGrant, reaches } from "./member-rights";

/** Invitations that can still be followed, the latest first. @throws Refusal `auth.not_allowed` */
export const listInvitations = (deps: Deps, actor: Person): Promise<OpenInvitations> => {
  mustMay(actor, "member.see");
  return withActor(deps, actor, async (work) => {
    const rows = await work.tx
      .select({ invitation: invitations, invitedBy: profiles.firstName })
      .from(invitations)
      .innerJoin(
        profiles,
        and(eq(profiles.organisationId, invitations.organisationId), eq(profiles.accountId, invitations.invitedBy)),
      )
      .where(stillOpen(work))
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(200);
    return {
      invitations: rows
        .filter(({ invitation }) => reaches(actor, "member.see", invitation.branchId))
        .map(({ invitation: { id, role, branchId, expiresAt, createdAt }, invitedBy }) => ({
          id,
          role: MemberRole.parse(role),
          branchId,
          invitedBy,
          createdAt: createdAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        })),
    };
  });
};

/**
 * Its link opens nothing from now on.
 * @throws Refusal `invitation.not_found`, `invitation.over` when somebody has followed it already, `auth.not_allowed`
 */
export const revokeInvitation = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<{ id: Id }> =>
  withActor(deps, actor, async (work) => {
    const it = and(eq(invitations.organisationId, actor.organisationId), eq(invitations.id, id));
    const [known] = await work.tx.select().from(invitations).where(it);
    if (!known || !reaches(actor, "member.see", known.branchId)) throw new Refusal("invitation.not_found");
    mustGrant(actor, known.role, known.branchId);
    // Race: somebody follows it in this moment. Both conditions meet at the row, and one of the two is refused.
    const revoked = await work.tx
      .update(invitations)
      .set({ expiresAt: work.at })
      .where(and(it, stillOpen(work)))
      .returning({ id: invitations.id });
    if (revoked.length === 0) throw new Refusal("invitation.over");
    const before = { role: known.role, branchId: known.branchId };
    await audit(work, deps, { action: "member.revoke_invitation", subjectKind: "invitation", subjectId: id, before });
    return { id };
  });

const stillOpen = ({ actor, at }: Pick<Work, "actor" | "at">) =>
  and(eq(invitations.organisationId, actor.organisationId), isNull(invitations.usedAt), gt(invitations.expiresAt, at));
