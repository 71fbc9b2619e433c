import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import { uniqueViolation } from "#api/platform/database-problems";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { bots } from "#drizzle/schema/index";
import type { BotView, NewBot } from "#shared/contracts/bots";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { toBotView } from "./list-bots";

/**
 * A bot of BotFather's becomes one of the organisation. Its token is kept encrypted.
 * @throws Refusal `bot.already_known` when it works somewhere already, `auth.not_allowed`; without a username also
 * `bot.token_refused` and `request.busy`, since Telegram is asked for it
 */
export async function addBot(deps: Deps, actor: Person, { kind, token, ...named }: NewBot): Promise<BotView> {
  mustMay(actor, "bot.edit");
  const username = named.username ?? (await nameOf(deps, token));
  const row = {
    organisationId: actor.organisationId,
    id: deps.newId(),
    kind,
    telegramId: Number(token.split(":")[0]),
    username,
    tokenEncrypted: deps.secrets.encrypt(token),
    webhookSecretEncrypted: deps.secrets.encrypt(randomBytes(32).toString("base64url")),
    enabled: true,
  };
  try {
    return await withActor(deps, actor, async (work) => {
      const [bot] = await work.tx
        .insert(bots)
        .values({ ...row, createdAt: work.at })
        .returning();
      await audit(work, deps, { action: "bot.add", subjectKind: "bot", subjectId: row.id, after: { kind, username } });
      return toBotView(bot!);
    });
  } catch (error) {
    if (uniqueViolation(error) === "bots_by_telegram_id") throw new Refusal("bot.already_known");
    throw error;
  }
}

async function nameOf({ telegram }: Deps, token: string): Promise<string> {
  const found = await telegram.whoseToken(token);
  if (!found) throw new Refusal("bot.token_refused");
  return found.username;
}

/** @throws Refusal `bot.not_found`, `auth.not_allowed` */
export const enableBot = (
  deps: Deps,
  actor: Person,
  { id, enabled }: { id: Id; enabled: boolean },
): Promise<BotView> => {
  mustMay(actor, "bot.edit");
  return withActor(deps, actor, async (work) => {
    const mine = and(eq(bots.organisationId, actor.organisationId), eq(bots.id, id));
    const [bot] = await work.tx.select().from(bots).where(mine).for("no key update");
    if (!bot) throw new Refusal("bot.not_found");
    if (bot.enabled === enabled) return toBotView(bot);
    await work.tx.update(bots).set({ enabled }).where(mine);
    const action = enabled ? "bot.enable" : "bot.disable";
    await audit(work, deps, {
      action,
      subjectKind: "bot",
      subjectId: id,
      before: { enabled: bot.enabled },
      after: { enabled },
    });
    return toBotView({ ...bot, enabled });
  });
};
