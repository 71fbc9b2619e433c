import type { Redis } from "ioredis";
import type { Keys } from "#bots/kit/redis";
import type { ClaimedNotification } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";

const KEPT_SECONDS = 24 * 3_600; // machine time

/**
 * Alerts that are open together stand in one message of a person, although each alert is a thread of its own in the
 * ledger: the bot remembers which message rang last. The ledger knows the last of each alert by itself; where the two
 * differ, Redis was emptied in between, and the older one goes as well.
 */
/** A claim with the messages that go once it is out. */
export type Placed = ClaimedNotification & { formerMessageIds: number[] };

export type RingMemory = {
  /** The claim, with the message that rang last in place of the one of its own thread. */
  before(claim: ClaimedNotification): Promise<Placed>;
  after(claim: ClaimedNotification, messageId: number | null): Promise<void>;
};

export const createRingMemory = (redis: Redis, keys: Keys, botId: Id): RingMemory => ({
  before: async (claim) => {
    const { notification, editMessageId, deleteMessageId } = claim;
    const isRing = notification.kind === "alert.ring";
    if (!isRing && notification.kind !== "alert.closed") return { ...claim, formerMessageIds: known(deleteMessageId) };
    const last = Number(await redis.get(keys.ring(botId, claim.chatId))) || null;
    if (isRing) return { ...claim, formerMessageIds: known(last, deleteMessageId) };
    const standing = last ?? editMessageId;
    const formerMessageIds = known(editMessageId).filter((id) => id !== standing);
    return { ...claim, editMessageId: standing, formerMessageIds };
  },
  after: async ({ notification, chatId }, messageId) => {
    // One that was closed may still name others that ring: should Redis have forgotten it, it is known from now on.
    const stands = notification.kind === "alert.ring" || notification.kind === "alert.closed";
    if (stands && messageId !== null) await redis.set(keys.ring(botId, chatId), messageId, "EX", KEPT_SECONDS);
  },
});

const known = (...ids: (number | null)[]): number[] => [...new Set(ids.filter((id) => id !== null))];
