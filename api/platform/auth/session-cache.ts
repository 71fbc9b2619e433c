import type { Id } from "#shared/kernel/ids";
import type { Deps } from "../deps";

/** How long a process may believe what it knows of a session without asking Postgres again. Tokens live shorter. */
const CACHE_SECONDS = 30 * 60;

export type SessionState = "live" | "revoked";

export async function knownState(
  { redis, keys }: Deps,
  organisationId: Id,
  sessionId: Id,
): Promise<SessionState | null> {
  const known = redis.status === "ready" ? await redis.get(keys.session(organisationId, sessionId)) : null;
  return known === "live" || known === "revoked" ? known : null;
}

/** Race: somebody read "live" before a revocation and writes it after. `NX` leaves the revocation standing. */
export async function rememberLive({ redis, keys }: Deps, organisationId: Id, sessionId: Id): Promise<void> {
  if (redis.status !== "ready") return;
  await redis.set(keys.session(organisationId, sessionId), "live", "EX", CACHE_SECONDS, "NX");
}

export async function rememberRevoked({ redis, keys }: Deps, organisationId: Id, ids: readonly Id[]): Promise<void> {
  if (redis.status !== "ready") return;
  await Promise.all(ids.map((id) => redis.set(keys.session(organisationId, id), "revoked", "EX", CACHE_SECONDS)));
}
