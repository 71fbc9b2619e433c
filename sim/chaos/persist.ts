import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "#shared/kernel/random";

export type Reply = { status: number; body: Record<string, unknown> };

/** Speaks for one person, as the bots process would. */
export type ChaosCaller = (
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply | null>;

const ATTEMPT_LIMIT_MS = 5_000;

/** One attempt; `null` when there was no answer, or one that says nothing about the business (5xx). */
export const callerFor =
  (apiUrl: string, identity: Record<string, string>): ChaosCaller =>
  async (method, path, body, headers = {}) => {
    try {
      const response = await fetch(`${apiUrl}${path}`, {
        method,
        headers: { ...identity, ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ATTEMPT_LIMIT_MS),
      });
      if (response.status >= 500 || response.status === 429) return null;
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    } catch {
      return null; // killed, frozen, or the answer was lost
    }
  };

/** Asks again until there is an answer, or until `giveUp` says that nobody needs it any more. */
export async function persist(
  ask: () => Promise<Reply | null>,
  random: Random,
  giveUp: () => boolean = () => false,
): Promise<Reply | null> {
  for (;;) {
    const reply = await ask();
    if (reply || giveUp()) return reply;
    await pause(50 + random() * 200);
  }
}
