import { randomBytes } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { sha256 } from "#api/platform/secrets";
import { type Work, withActor } from "#api/platform/with-actor";
import { bots, branches, invitations } from "#drizzle/schema/index";
import type { InvitationView, NewInvitation } from "#shared/contracts/members";
import { Refusal } from "#shared/kernel/refusal";
import { BOT_OF_ROLE, type Role } from "#shared/kernel/role";
import type { Milliseconds } from "#shared/kernel/units";
import { mustGrant } from "./member-rights";

export const INVITATION_LIFE_MS: Milliseconds = 72 * 3_600_000;

/**
 * A link that makes one person a member, once, within three days. Its code is shown now and never again.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`
 */
export const invite = (deps: Deps, actor: Person, { role, branchId }: NewInvitation): Promise<InvitationView> => {
  mustGrant(actor, role, branchId);
  return withActor(deps, actor, async (work) => {
    if (branchId) await mustBeBranch(work, branchId);
    const id = deps.newId();
    const code = `join_${randomBytes(16).toString("base64url")}`;
    const expiresAt = new Date(work.at.getTime() + INVITATION_LIFE_MS);
    await work.tx.insert(invitations).values({
      organisationId: actor.organisationId,
      id,
      role,
      branchId,
      secretHash: sha256(code),
      invitedBy: actor.accountId,
      createdAt: work.at,
      expiresAt,
    });
    await audit(work, deps, {
      action: "member.invite",
      subjectKind: "invitation",
      subjectId: id,
      after: { role, branchId },
    });
    return { id, role, branchId, code, url: await linkOf(work, role, code), expiresAt: expiresAt.toISOString() };
  });
};

export async function mustBeBranch({ tx, actor }: Work, branchId: string): Promise<void> {
  const found = await tx.$count(
    branches,
    and(eq(branches.organisationId, actor.organisationId), eq(branches.id, branchId)),
  );
  if (found === 0) throw new Refusal("branch.not_found");
}

async function linkOf({ tx, actor }: Work, role: Role, code: string): Promise<string | null> {
  const [bot] = await tx
    .select({ username: bots.username })
    .from(bots)
    .where(and(eq(bots.organisationId, actor.organisationId), eq(bots.kind, BOT_OF_ROLE[role]), eq(bots.enabled, true)))
    .orderBy(asc(bots.createdAt))
    .limit(1);
  return bot ? `https://t.me/${bot.username}?start=${code}` : null;
}
