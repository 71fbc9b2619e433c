import type { Id } from "#shared/kernel/ids";
import type { Deps } from "../deps";
import { redisAnswer } from "../redis-answer";

/** How long a process may believe what it knows of a session without asking Postgres again. Tokens live shorter. */
const CACHE_SECONDS = 30 * 60;

export type SessionState = "live" | "revoked";

export async function knownState(deps: Deps, organisationId: Id, sessionId: Id): Promise<SessionState | null> {
  const known = await redisAnswer(deps, () => deps.redis.get(deps.keys.session(organisationId, sessionId)), null);
  return known === "live" || known === "revoked" ? known : null;
}

/** Race: somebody read "live" before a revocation and writes it after. `NX` leaves the revocation standing. */
export async function rememberLive(deps: Deps, organisationId: Id, sessionId: Id): Promise<void> {
  const key = deps.keys.session(organisationId, sessionId);
  await redisAnswer(deps, () => deps.redis.set(key, "live", "EX", CACHE_SECONDS, "NX"), null);
}

export async function rememberRevoked(deps: Deps, organisationId: Id, ids: readonly Id[]): Promise<void> {
  const keys = ids.map((id) => deps.keys.session(organisationId, id));
  const remember = () => Promise.all(keys.map((key) => deps.redis.set(key, "revoked", "EX", CACHE_SECONDS)));
  await redisAnswer(deps, remember, null);
}
