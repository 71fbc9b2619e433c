import { Readiness } from "#shared/contracts/health";

export type Health = { name: string; isUp: boolean; metrics?: string };
/** What runs, and where it says whether it is well. */
export type Part = { name: string; readyUrl: string; metrics?: string };

const WITHIN_MS = 1_500;

/** Asks every part at once. The database and Redis are asked through the API, which knows whether it reaches them. */
export async function checkHealth(parts: readonly Part[]): Promise<Health[]> {
  const replies = await Promise.all(parts.map(ask));
  const behind = parts.findIndex(({ name }) => name === "api");
  return [
    ...parts.map(({ name, metrics }, n) => ({ name, isUp: replies[n]?.ok ?? false, ...(metrics && { metrics }) })),
    ...dependencies(replies[behind]?.body),
  ];
}

type Reply = { ok: boolean; body: unknown };

async function ask({ readyUrl }: Part): Promise<Reply | null> {
  const reply = await fetch(readyUrl, { signal: AbortSignal.timeout(WITHIN_MS) }).catch(() => null);
  if (!reply) return null;
  const body: unknown = await reply.json().catch(() => null);
  return { ok: reply.ok, body };
}

function dependencies(body: unknown): Health[] {
  const known = Readiness.safeParse(body).data?.dependencies;
  return (["postgres", "redis"] as const).map((name) => ({ name, isUp: known?.[name].ok ?? false }));
}
