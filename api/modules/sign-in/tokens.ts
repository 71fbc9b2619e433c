import { randomBytes } from "node:crypto";
import { issueAccessToken, type TokenSubject } from "#api/platform/auth/access-token";
import type { Deps } from "#api/platform/deps";
import { sha256 } from "#api/platform/secrets";
import type { Work } from "#api/platform/with-actor";
import { refreshTokens } from "#drizzle/schema/index";
import type { Tokens } from "#shared/contracts/sign-in";

const DAY_MS = 86_400_000;

/** A fresh pair for a session. Of the refresh token only the hash is kept. */
export async function issueTokens(deps: Deps, { tx }: Work, subject: TokenSubject): Promise<Tokens> {
  const { config, clock } = deps;
  const realNow = clock.realNow();
  const refreshToken = randomBytes(32).toString("base64url");
  const refreshExpiresAt = new Date(realNow.getTime() + config.REFRESH_TOKEN_DAYS * DAY_MS);
  const [accessToken] = await Promise.all([
    issueAccessToken(config, subject, realNow),
    tx.insert(refreshTokens).values({
      organisationId: subject.organisationId,
      id: deps.newId(),
      sessionId: subject.sessionId,
      tokenHash: sha256(refreshToken),
      issuedAt: realNow,
      expiresAt: refreshExpiresAt,
    }),
  ]);
  return {
    accessToken,
    accessExpiresAt: new Date(realNow.getTime() + config.ACCESS_TOKEN_SECONDS * 1_000).toISOString(),
    accessSeconds: config.ACCESS_TOKEN_SECONDS,
    refreshToken,
    refreshExpiresAt: refreshExpiresAt.toISOString(),
  };
}
