import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { sessions } from "#drizzle/schema/index";
import type { SignedOut } from "#shared/contracts/sign-in";
import { oneAtATime, revokeSessions } from "./revoke-sessions";

/**
 * Ends this session and every other one that was opened with the same initData, which opens nothing from now on. Calls
 * of a bot carry no session: there is nothing to end.
 */
export const signOut = (deps: Deps, actor: Person): Promise<SignedOut> =>
  withActor(deps, actor, async (work) => {
    const { organisationId, sessionId } = actor;
    if (!sessionId) return { signedOut: true };
    const [session] = await work.tx
      .select({ initDataHash: sessions.initDataHash })
      .from(sessions)
      .where(and(eq(sessions.organisationId, organisationId), eq(sessions.id, sessionId)));
    if (session) {
      await oneAtATime(work, session.initDataHash);
      await revokeSessions(deps, work, eq(sessions.initDataHash, session.initDataHash), "signed_out");
    }
    return { signedOut: true };
  });
