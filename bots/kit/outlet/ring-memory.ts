import type { Redis } from "ioredis";
import type { Keys } from "#bots/kit/redis";
import type { ClaimedNotification } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";

const KEPT_SECONDS = 24 * 3_600; // machine time

/**
 * Alerts that are open together stand in one message of a person, although each alert is a thread of its own in the
 * ledger: the bot remembers which message rang last. What an emptied Redis forgets costs a ring that stays behind; its
 * button then says who took the alert.
 */
export type RingMemory = {
  /** The claim, with the message that rang last in place of the one of its own thread. */
  before(claim: ClaimedNotification): Promise<ClaimedNotification>;
  after(claim: ClaimedNotification, messageId: number | null): Promise<void>;
};

export const createRingMemory = (redis: Redis, keys: Keys, botId: Id): RingMemory => ({
  before: async (claim) => {
    const { kind } = claim.notification;
    if (kind !== "alert.ring" && kind !== "alert.closed") return claim;
    const last = Number(await redis.get(keys.ring(botId, claim.chatId))) || null;
    if (kind === "alert.ring") return { ...claim, deleteMessageId: last ?? claim.deleteMessageId };
    return { ...claim, editMessageId: last ?? claim.editMessageId };
  },
  after: async ({ notification, chatId }, messageId) => {
    if (notification.kind === "alert.ring" && messageId !== null)
      await redis.set(keys.ring(botId, chatId), messageId, "EX", KEPT_SECONDS);
  },
});
