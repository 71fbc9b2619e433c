import { eq } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { accounts } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { markReachable, markUnreachable } from "./reachability";

type BotRef = { organisationId: Id; botId: Id };

/** Telegram told the bot that somebody blocked it, or does not exist any more. A stranger is nobody to mark. */
export const reportUnreachable = (
  deps: Deps,
  { organisationId, botId }: BotRef,
  { telegramId, reason }: { telegramId: number; reason: string },
): Promise<{ reachable: boolean }> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const accountId = await knownAs(work, telegramId);
    if (accountId) await markUnreachable(work, deps, { accountId, botId, reason });
    return { reachable: false };
  });

/** Somebody unblocked the bot, or wrote again. */
export const reportReachable = (
  deps: Deps,
  { organisationId, botId }: BotRef,
  { telegramId }: { telegramId: number },
): Promise<{ reachable: boolean }> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const accountId = await knownAs(work, telegramId);
    if (accountId) await markReachable(work, deps, { accountId, botId });
    return { reachable: true };
  });

async function knownAs({ tx }: Work, telegramId: number): Promise<Id | null> {
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.telegramId, telegramId));
  return account?.id ?? null;
}
