import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { inboundUpdates } from "#drizzle/schema/index";
import type { RecordedUpdates, UpdateBatch } from "#shared/contracts/updates";
import type { Id } from "#shared/kernel/ids";
import { leaseUntil } from "./update-lease";

/** Which bot, and whose. */
export type BotRef = { organisationId: Id; botId: Id };

/**
 * Keeps each update once, however often Telegram sends it, and leases the new ones to the asker.
 * Race: two processes record the same update. The primary key makes it new for exactly one of them.
 */
export const recordUpdates = (
  deps: Deps,
  { organisationId, botId }: BotRef,
  { updates }: UpdateBatch,
): Promise<RecordedUpdates> =>
  withActor(deps, systemActor(organisationId), async ({ tx }) => {
    const receivedAt = deps.clock.realNow();
    const rows = updates.map(({ updateId, body }) => ({
      organisationId,
      botId,
      updateId,
      body: storable(body),
      receivedAt,
      leasedUntil: leaseUntil(receivedAt),
      attempts: 1,
    }));
    const fresh = await tx
      .insert(inboundUpdates)
      .values(rows)
      .onConflictDoNothing()
      .returning({ updateId: inboundUpdates.updateId });
    return { fresh: fresh.map(({ updateId }) => updateId).sort((a, b) => a - b) };
  });

/** Half surrogate pairs and zero characters, which people can send and Postgres cannot keep, are taken out. */
const storable = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body ?? {}), (_key, value) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value,
  );
