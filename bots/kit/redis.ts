import { Redis } from "ioredis";
import { hintChannel } from "#shared/contracts/hints";
import type { Id } from "#shared/kernel/ids";

/** A connection that waits for Redis to come back: nothing in it is the only copy. */
export const connectRedis = (url: string, name: string): Redis =>
  new Redis(url, {
    connectionName: name,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 50, 1_000),
  });

/** Every key of the bots. A private chat has the same id in all bots, so each key begins with its bot. */
export const createKeys = (prefix: string) => ({
  session: (botId: Id) => `${prefix}:{${botId}}:session:`,
  conversation: (botId: Id) => `${prefix}:{${botId}}:conversation:`,
  /** What a bot may still send; every process that sends for it takes from the same place. */
  budget: (botId: Id, chatId?: number) => `${prefix}:{${botId}}:budget${chatId === undefined ? "" : `:${chatId}`}`,
  /** The message that rang last in a chat. */
  ring: (botId: Id, chatId: number) => `${prefix}:{${botId}}:ring:${chatId}`,
  /** Held by the process that moves a bot's live pins. */
  pins: (botId: Id) => `${prefix}:{${botId}}:pins`,
  hints: (kind: string) => hintChannel(prefix, kind),
});
export type Keys = ReturnType<typeof createKeys>;
