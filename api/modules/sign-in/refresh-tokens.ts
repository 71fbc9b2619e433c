import { and, eq } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { sha256 } from "#api/platform/secrets";
import { acrossOrganisations, type Work, withActor } from "#api/platform/with-actor";
import { refreshTokens, sessions } from "#drizzle/schema/index";
import type { Refresh, Tokens } from "#shared/contracts/sign-in";
import { Refusal, type RefusalCode } from "#shared/kernel/refusal";
import { revokeSessions } from "./revoke-sessions";
import { issueTokens } from "./tokens";

/**
 * Exchanges a refresh token for the next pair. Each is used once: one that comes a second time was stolen from somebody,
 * whoever of both asks now, so the whole session ends.
 * @throws Refusal `auth.token_invalid`, `auth.token_expired`, `auth.signed_out`, `auth.refresh_reused`
 */
export async function refreshSession(deps: Deps, { refreshToken }: Refresh): Promise<Tokens> {
  const tokenHash = sha256(refreshToken);
  const [known] = await acrossOrganisations(deps, (tx) =>
    tx
      .select({ organisationId: refreshTokens.organisationId })
      .from(refreshTokens)
      .where(eq(refreshTokens.tokenHash, tokenHash)),
  );
  if (!known) throw new Refusal("auth.token_invalid");
  const result = await withActor(deps, systemActor(known.organisationId), (work) => rotate(deps, work, tokenHash));
  if (typeof result === "string") throw new Refusal(result);
  return result;
}

/** A refusal is returned and not thrown, since the end of a stolen session must be committed. */
async function rotate(deps: Deps, work: Work, tokenHash: string): Promise<Tokens | RefusalCode> {
  const { token, session } = await lockToken(work, tokenHash);
  if (session.revokedAt) return "auth.signed_out";
  if (token.usedAt) {
    await revokeSessions(deps, work, eq(sessions.id, session.id), "refresh_reused");
    return "auth.refresh_reused";
  }
  const realNow = deps.clock.realNow();
  if (token.expiresAt <= realNow) return "auth.token_expired";
  await work.tx
    .update(refreshTokens)
    .set({ usedAt: realNow })
    .where(and(eq(refreshTokens.organisationId, token.organisationId), eq(refreshTokens.id, token.id)));
  const { organisationId, botId, accountId, id: sessionId } = session;
  return issueTokens(deps, work, { organisationId, botId, accountId, sessionId });
}

/** Race: the same token twice at once. The row lock lets one use it; the other finds it used. */
async function lockToken({ tx, actor }: Work, tokenHash: string) {
  const [row] = await tx
    .select({ token: refreshTokens, session: sessions })
    .from(refreshTokens)
    .innerJoin(
      sessions,
      and(eq(sessions.organisationId, refreshTokens.organisationId), eq(sessions.id, refreshTokens.sessionId)),
    )
    .where(and(eq(refreshTokens.organisationId, actor.organisationId), eq(refreshTokens.tokenHash, tokenHash)))
    .for("no key update");
  if (!row) throw new Refusal("auth.token_invalid"); // purged between two statements
  return row;
}
