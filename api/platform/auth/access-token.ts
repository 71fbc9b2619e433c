import { errors, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Config } from "#api/config";
import { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

const Claims = z.object({ sub: Id, org: Id, bot: Id, sid: Id, exp: z.int() });
/** Who a token speaks for: ids only; roles are looked up, so that losing one takes effect at once. */
export type TokenSubject = { accountId: Id; organisationId: Id; botId: Id; sessionId: Id };

const keyOf = (config: Pick<Config, "TOKEN_SECRET">) => new TextEncoder().encode(config.TOKEN_SECRET);

/** A signed token that lives `ACCESS_TOKEN_SECONDS` of machine time. */
export const issueAccessToken = (config: Config, subject: TokenSubject, realNow: Date): Promise<string> =>
  new SignJWT({ org: subject.organisationId, bot: subject.botId, sid: subject.sessionId })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(subject.accountId)
    .setIssuedAt(realNow)
    .setExpirationTime(new Date(realNow.getTime() + config.ACCESS_TOKEN_SECONDS * 1_000))
    .sign(keyOf(config));

type Read = TokenSubject & { expiresAt: Date };

/**
 * Tokens whose signature was found good: it stays so, and a client sends the same one for a quarter of an hour, to be
 * read twice in every request (who is it, and how much may he ask for). Some 1 kB each.
 */
const verified = new WeakMap<Config, LRUCache<string, Read>>();
const VERIFIED_MAX = 10_000;

function verifiedOf(config: Config): LRUCache<string, Read> {
  const known = verified.get(config) ?? new LRUCache<string, Read>({ max: VERIFIED_MAX });
  verified.set(config, known);
  return known;
}

/** Whom a valid token speaks for, and until when. @throws Refusal `auth.token_expired`, `auth.token_invalid` */
export async function readAccessToken(config: Config, token: string, realNow: Date): Promise<Read> {
  const known = verifiedOf(config).get(token);
  if (known) {
    if (known.expiresAt <= realNow) throw new Refusal("auth.token_expired");
    return known;
  }
  const read = await verify(config, token, realNow);
  verifiedOf(config).set(token, read);
  return read;
}

async function verify(config: Config, token: string, realNow: Date): Promise<Read> {
  try {
    const { payload } = await jwtVerify(token, keyOf(config), { algorithms: ["HS256"], currentDate: realNow });
    const { sub, org, bot, sid, exp } = Claims.parse(payload);
    return { accountId: sub, organisationId: org, botId: bot, sessionId: sid, expiresAt: new Date(exp * 1_000) };
  } catch (error) {
    throw new Refusal(error instanceof errors.JWTExpired ? "auth.token_expired" : "auth.token_invalid");
  }
}
