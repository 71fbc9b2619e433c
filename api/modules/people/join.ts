import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import { forgetActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import { sha256 } from "#api/platform/secrets";
import { type Work, withActor } from "#api/platform/with-actor";
import { bots, invitations, memberships } from "#drizzle/schema/index";
import type { MemberCard } from "#shared/contracts/views";
import { Refusal } from "#shared/kernel/refusal";
import { BOT_OF_ROLE } from "#shared/kernel/role";
import { announceMember } from "./announce-member";
import { memberCards } from "./member-card";

type Invitation = typeof invitations.$inferSelect;

/**
 * Somebody came by an invitation link: they are a member from now on who waits for approval, unless the house itself
 * invited its first owner. Following the link twice oneself is once; anybody else finds it used.
 * @throws Refusal `invitation.not_found` (also through the wrong kind of bot), `invitation.over`
 */
export const joinByInvitation = (deps: Deps, actor: Person, { code }: { code: string }): Promise<MemberCard> =>
  withActor(deps, actor, async (work) => {
    const invitation = await takeInvitation(work, actor, sha256(code));
    const { role, branchId, invitedBy } = invitation;
    await work.tx
      .insert(memberships)
      .values({
        organisationId: actor.organisationId,
        id: deps.newId(),
        accountId: actor.accountId,
        role,
        branchId,
        status: invitedBy ? "pending" : "active",
        createdAt: work.at,
        statusAt: work.at,
      })
      .onConflictDoNothing();
    const [member] = await memberCards(
      work,
      and(
        eq(memberships.accountId, actor.accountId),
        eq(memberships.role, role),
        sql`${memberships.branchId} is not distinct from ${branchId}`,
      ),
    );
    if (!member) throw new Refusal("member.not_found"); // a person whom no bot of the organisation has met
    if (invitation.usedAt === null && invitedBy) await announceMember(work, member, "to_approvers");
    work.afterCommit(() => forgetActor(deps, actor.organisationId, actor.accountId));
    return member;
  });

/** Race: two people follow the link at once. The condition lets one in. Gives the row as it was before. */
async function takeInvitation({ tx, at }: Work, actor: Person, secretHash: string): Promise<Invitation> {
  const it = and(eq(invitations.organisationId, actor.organisationId), eq(invitations.secretHash, secretHash));
  const [[known], [bot]] = await Promise.all([
    tx.select().from(invitations).where(it),
    tx
      .select({ kind: bots.kind })
      .from(bots)
      .where(and(eq(bots.organisationId, actor.organisationId), eq(bots.id, actor.botId))),
  ]);
  if (!known || bot?.kind !== BOT_OF_ROLE[known.role]) throw new Refusal("invitation.not_found");
  if (known.usedBy === actor.accountId) return known;
  const [taken] = await tx
    .update(invitations)
    .set({ usedBy: actor.accountId, usedAt: at })
    .where(and(it, isNull(invitations.usedAt), gt(invitations.expiresAt, at)))
    .returning({ id: invitations.id });
  if (!taken) throw new Refusal("invitation.over");
  return known;
}
