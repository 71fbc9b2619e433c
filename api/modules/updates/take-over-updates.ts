import { and, asc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { inboundUpdates } from "#drizzle/schema/index";
import type { TakenUpdates, TakeOver } from "#shared/contracts/updates";
import type { BotRef } from "./record-updates";
import { reportLost } from "./report-lost";
import { leaseUntil, UPDATE_ATTEMPTS_MAX } from "./update-lease";

/**
 * Unfinished updates whose holder died or reported a failure, oldest first, leased to the asker. Those that were tried
 * too often are given up first: an update that kills its process must not kill the next one for ever.
 * Race: `skip locked` gives each update to one asker.
 */
export const takeOverUpdates = (deps: Deps, bot: BotRef, { limit }: TakeOver): Promise<TakenUpdates> =>
  withActor(deps, systemActor(bot.organisationId), async (work) => {
    const { tx } = work;
    const realNow = deps.clock.realNow();
    await giveUp(work, deps, bot, realNow);
    // A CTE, because a subquery in the condition may run more than once, and each time with other rows.
    const free = tx
      .$with("free")
      .as(
        tx
          .select({ updateId: inboundUpdates.updateId })
          .from(inboundUpdates)
          .where(abandoned(bot, realNow))
          .orderBy(asc(inboundUpdates.updateId))
          .limit(limit)
          .for("no key update", { skipLocked: true }),
      );
    const taken = await tx
      .with(free)
      .update(inboundUpdates)
      .set({ leasedUntil: leaseUntil(realNow), attempts: sql`${inboundUpdates.attempts} + 1` })
      .where(
        and(
          eq(inboundUpdates.botId, bot.botId),
          inArray(inboundUpdates.updateId, tx.select({ updateId: free.updateId }).from(free)),
        ),
      )
      .returning();
    const updates = taken.map(({ updateId, body, attempts }) => ({ updateId, body, attempt: attempts }));
    return { updates: updates.sort((a, b) => a.updateId - b.updateId) };
  });

async function giveUp(work: Work, deps: Deps, bot: BotRef, realNow: Date): Promise<void> {
  const lost = await work.tx
    .update(inboundUpdates)
    .set({ finishedAt: realNow, failedReason: "given up: nobody who took it finished it" })
    .where(and(abandoned(bot, realNow), gte(inboundUpdates.attempts, UPDATE_ATTEMPTS_MAX)))
    .returning();
  for (const update of lost) await reportLost(work, deps, update);
}

const abandoned = ({ organisationId, botId }: BotRef, realNow: Date) =>
  and(
    eq(inboundUpdates.organisationId, organisationId),
    eq(inboundUpdates.botId, botId),
    isNull(inboundUpdates.finishedAt),
    lte(inboundUpdates.leasedUntil, realNow),
  );
