import { setTimeout as pause } from "node:timers/promises";
import type { Update } from "grammy/types";
import { type Api, ask } from "#bots/kit/api";
import type { HandleUpdate } from "./handle-once";

const EVERY_MS = 2_000; // machine time, like the lease of an update

/** Until `signal`: handles what somebody recorded and did not finish, because its process died or its handler failed. */
export async function takeOverUpdates(api: Api, handle: HandleUpdate, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const taken = await ask(api.updates["take-over"].post({ limit: 50 })).catch(() => ({ updates: [] }));
    await Promise.all(taken.updates.map(({ body }) => handle(body as Update)));
    if (taken.updates.length === 0) await pause(EVERY_MS, undefined, { signal }).catch(() => {}); // stopped meanwhile
  }
}
