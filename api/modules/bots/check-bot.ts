import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { bots } from "#drizzle/schema/index";
import type { BotCheck } from "#shared/contracts/bots";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

type Finding = Pick<BotCheck, "works" | "problem" | "name" | "username">;
const trouble = (problem: NonNullable<BotCheck["problem"]>): Finding => ({
  works: false,
  problem,
  name: null,
  username: null,
});

/**
 * Asks Telegram whether a bot's token still opens its bot. That nobody answered is a finding, too.
 * @throws Refusal `auth.not_allowed`, `bot.not_found`
 */
export const checkBot = async (deps: Deps, actor: Person, { id }: { id: Id }): Promise<BotCheck> => {
  mustMay(actor, "bot.edit");
  const bot = await withActor(deps, actor, async ({ tx }) => {
    const [row] = await tx
      .select({ telegramId: bots.telegramId, sealed: bots.tokenEncrypted })
      .from(bots)
      .where(and(eq(bots.organisationId, actor.organisationId), eq(bots.id, id)));
    return row;
  });
  if (!bot) throw new Refusal("bot.not_found");
  const begunMs = deps.clock.realNow().getTime();
  const finding = await ask(deps, deps.secrets.decrypt(bot.sealed), bot.telegramId);
  const checkedAt = deps.clock.realNow();
  return { id, ...finding, tookMs: checkedAt.getTime() - begunMs, checkedAt: checkedAt.toISOString() };
};

async function ask({ telegram }: Deps, token: string, telegramId: number): Promise<Finding> {
  try {
    const found = await telegram.whoseToken(token);
    if (!found) return trouble("token_refused");
    if (found.telegramId !== telegramId) return trouble("token_of_another");
    return { works: true, problem: null, name: found.name, username: found.username };
  } catch (error) {
    if (error instanceof Refusal && error.code === "request.busy") return trouble("telegram_away");
    throw error;
  }
}
