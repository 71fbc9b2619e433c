import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { rememberRevoked } from "#api/platform/auth/session-cache";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { sessions } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

export type RevokedReason = "signed_out" | "refresh_reused" | "suspended";

/** Ends live sessions of the organisation; their tokens open nothing from the commit on. */
export async function revokeSessions(
  deps: Deps,
  work: Work,
  which: SQL | undefined,
  revokedReason: RevokedReason,
): Promise<void> {
  const { organisationId } = work.actor;
  const revoked = await work.tx
    .update(sessions)
    .set({ revokedAt: deps.clock.realNow(), revokedReason })
    .where(and(eq(sessions.organisationId, organisationId), which, isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  work.afterCommit(() =>
    rememberRevoked(
      deps,
      organisationId,
      revoked.map(({ id }) => id),
    ),
  );
}

/** Every session of one person here. */
export const revokeSessionsOf = (deps: Deps, work: Work, accountId: Id, reason: RevokedReason): Promise<void> =>
  revokeSessions(deps, work, eq(sessions.accountId, accountId), reason);

/**
 * Race: a sign-in and a sign-out with the same initData. They follow each other, so that a sign-out cannot miss the
 * session that is just being made.
 */
export const oneAtATime = ({ tx }: Work, initDataHash: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`init-data:${initDataHash}`}, 0))`);
