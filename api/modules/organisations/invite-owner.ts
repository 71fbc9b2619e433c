import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { INVITATION_LIFE_MS } from "#api/modules/people/invite";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { sha256 } from "#api/platform/secrets";
import { withActor } from "#api/platform/with-actor";
import { bots, invitations, memberships } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

/**
 * A link that makes whoever opens it first the owner, at once: nobody is there yet who could approve. An earlier such
 * link opens nothing any more.
 * @returns null once there is an owner
 */
export const inviteOwner = (deps: Deps, organisationId: Id): Promise<{ url: string; expiresAt: Date } | null> =>
  withActor(deps, systemActor(organisationId), async ({ tx, at }) => {
    const owners = and(
      eq(memberships.organisationId, organisationId),
      eq(memberships.role, "owner"),
      eq(memberships.status, "active"),
    );
    if ((await tx.$count(memberships, owners)) > 0) return null;
    await tx
      .update(invitations)
      .set({ expiresAt: at })
      .where(
        and(eq(invitations.organisationId, organisationId), isNull(invitations.invitedBy), isNull(invitations.usedAt)),
      );
    const code = `join_${randomBytes(16).toString("base64url")}`;
    const expiresAt = new Date(at.getTime() + INVITATION_LIFE_MS);
    const row = { organisationId, id: deps.newId(), role: "owner" as const, secretHash: sha256(code) };
    await tx.insert(invitations).values({ ...row, createdAt: at, expiresAt });
    const [staff] = await tx
      .select({ username: bots.username })
      .from(bots)
      .where(and(eq(bots.organisationId, organisationId), eq(bots.kind, "staff")));
    return { url: `https://t.me/${staff!.username}?start=${code}`, expiresAt };
  });
