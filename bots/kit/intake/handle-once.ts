import type { Update } from "grammy/types";
import { type Api, ask } from "#bots/kit/api";
import type { Log } from "#bots/kit/log";

export type HandleUpdate = (update: Update) => Promise<void>;

/**
 * Handles a recorded update and reports that it is done. One that fails is reported as failed and comes back later. If
 * the report is lost, the update is taken over and handled again: every command behind it can be repeated.
 */
export const handleOnce =
  ({ api, log, handle }: { api: Api; log: Log; handle: HandleUpdate }): HandleUpdate =>
  async (update) => {
    const failure = await handle(update).then(
      () => undefined,
      (error: unknown) => String(error).slice(0, 500),
    );
    if (failure) log.error({ updateId: update.update_id, failure }, "an update failed");
    await ask(api.updates({ updateId: update.update_id }).finish.post(failure ? { failure } : {})).catch(
      (error: unknown) => log.warn({ err: error, updateId: update.update_id }, "an update could not be finished"),
    );
  };
