import { and, eq } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { bots } from "#drizzle/schema/index";
import type { BotView } from "#shared/contracts/bots";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { toBotView } from "./list-bots";

/**
 * The bot goes on under the new token that @BotFather has made for it; a mistyped one changes nothing. The log says that
 * it was replaced, never by what.
 * @throws Refusal `auth.not_allowed`, `bot.not_found`, `bot.token_refused`, `bot.token_of_another`, `request.busy`
 */
export const replaceToken = async (
  deps: Deps,
  actor: Person,
  { id, token }: { id: Id; token: string },
): Promise<BotView> => {
  mustMay(actor, "bot.edit");
  const found = await deps.telegram.whoseToken(token);
  if (!found) throw new Refusal("bot.token_refused");
  return withActor(deps, actor, async (work) => {
    const mine = and(eq(bots.organisationId, actor.organisationId), eq(bots.id, id));
    const [before] = await work.tx
      .select({ telegramId: bots.telegramId, username: bots.username })
      .from(bots)
      .where(mine)
      .for("no key update");
    if (!before) throw new Refusal("bot.not_found");
    if (before.telegramId !== found.telegramId) throw new Refusal("bot.token_of_another");
    const [bot] = await work.tx
      .update(bots)
      .set({ tokenEncrypted: deps.secrets.encrypt(token), username: found.username })
      .where(mine)
      .returning();
    await audit(work, deps, {
      action: "bot.replace_token",
      subjectKind: "bot",
      subjectId: id,
      before: { username: before.username },
      after: { username: found.username },
    });
    return toBotView(bot!);
  });
};
