import type { Update } from "grammy/types";
import type { Bot, PeerId } from "../world/state";
import { takeUpdates } from "../world/updates";
import type { World } from "../world/world";
import { type ApiError, conflict } from "./api-error";

export type PollOptions = { offset: number; limit: number; timeoutMs: number; signal: AbortSignal };

export type Polling = {
  poll(bot: Bot, options: PollOptions): Promise<Update[]>;
  /** End the open poll of a bot with a conflict. */
  terminate(bot: PeerId, by: string): void;
};

/** Long polling: one poller per bot, the newer one throws the older out. */
export function createPolling(world: World): Polling {
  const open = new Map<PeerId, (reason: ApiError) => void>();

  const terminate = (bot: PeerId, by: string) =>
    open.get(bot)?.(conflict(`terminated by ${by}; make sure that only one bot instance is running`));

  const poll = (bot: Bot, { offset, limit, timeoutMs, signal }: PollOptions): Promise<Update[]> => {
    terminate(bot.id, "other getUpdates request");
    const ready = takeUpdates(bot, offset, limit);
    if (ready.length > 0 || timeoutMs <= 0) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        stopWatching();
        signal.removeEventListener("abort", hangUp);
        if (open.get(bot.id) === fail) open.delete(bot.id);
        settle();
      };
      const fail = (reason: ApiError) => finish(() => reject(reason));
      const give = () => finish(() => resolve(takeUpdates(bot, offset, limit)));
      const hangUp = () => finish(() => resolve([]));
      const timer = setTimeout(give, timeoutMs);
      const stopWatching = world.watchBots((id) => id === bot.id && give());
      signal.addEventListener("abort", hangUp);
      open.set(bot.id, fail);
    });
  };

  return { poll, terminate };
}
