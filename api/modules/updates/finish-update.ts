import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { inboundUpdates } from "#drizzle/schema/index";
import type { FailedUpdates, FinishedUpdate, FinishUpdate } from "#shared/contracts/updates";
import { Refusal } from "#shared/kernel/refusal";
import type { BotRef } from "./record-updates";
import { reportLost } from "./report-lost";
import { retryAt, UPDATE_ATTEMPTS_MAX } from "./update-lease";

/**
 * It is done, or it failed: then it is free again after a pause, and given up after the last attempt, which rings
 * somebody when it told of a payment. Finishing twice is one answer.
 * @throws Refusal `update.not_found`
 */
export const finishUpdate = (
  deps: Deps,
  { organisationId, botId }: BotRef,
  { updateId, failure }: FinishUpdate & { updateId: number },
): Promise<FinishedUpdate> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const { tx } = work;
    const mine = and(
      eq(inboundUpdates.organisationId, organisationId),
      eq(inboundUpdates.botId, botId),
      eq(inboundUpdates.updateId, updateId),
    );
    const [update] = await tx.select().from(inboundUpdates).where(mine).for("no key update");
    if (!update) throw new Refusal("update.not_found");
    if (update.finishedAt) return { finished: true, attempts: update.attempts };
    const { attempts } = update;
    const realNow = deps.clock.realNow();
    const failedReason = failure === undefined ? null : storableReason(failure);
    const finished = !failure || attempts >= UPDATE_ATTEMPTS_MAX;
    await tx
      .update(inboundUpdates)
      .set(finished ? { finishedAt: realNow, failedReason } : { leasedUntil: retryAt(realNow, attempts), failedReason })
      .where(and(mine, isNull(inboundUpdates.finishedAt)));
    if (finished && failure) await reportLost(work, deps, update);
    return { finished, attempts };
  });

/** The beginning of an error's text, which may hold anything that a person sent. */
const storableReason = (failure: string): string => failure.slice(0, 500).toWellFormed().replaceAll("\0", "");

/** The updates of a bot that were given up, newest first. */
export const failedUpdates = (deps: Deps, { organisationId, botId }: BotRef): Promise<FailedUpdates> =>
  withActor(deps, systemActor(organisationId), async ({ tx }) => {
    const rows = await tx
      .select()
      .from(inboundUpdates)
      .where(
        and(
          eq(inboundUpdates.organisationId, organisationId),
          eq(inboundUpdates.botId, botId),
          isNotNull(inboundUpdates.finishedAt),
          isNotNull(inboundUpdates.failedReason),
        ),
      )
      .orderBy(desc(inboundUpdates.updateId))
      .limit(100);
    const failed = rows.map(({ updateId, attempts, failedReason, receivedAt }) => ({
      updateId,
      attempts,
      reason: failedReason ?? "",
      receivedAt: receivedAt.toISOString(),
    }));
    return { failed };
  });
