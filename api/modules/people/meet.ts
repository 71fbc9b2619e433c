import { eq, sql } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { accounts, botChats, organisations, profiles } from "#drizzle/schema/index";
import type { MeView, TelegramPerson } from "#shared/contracts/people";
import type { Id } from "#shared/kernel/ids";
import { languageOf } from "#shared/kernel/language";
import { markReachable } from "./reachability";
import { whoIs } from "./who-is";

type BotRef = { organisationId: Id; botId: Id };

/**
 * Somebody wrote to a bot, for the first time or again: from now on they have an account, a name here, and a chat in
 * which the bot reaches them. The language is taken from Telegram once; afterwards it is their own choice.
 * @throws Refusal `auth.suspended`
 */
export async function meet(deps: Deps, bot: BotRef, person: TelegramPerson): Promise<MeView> {
  const accountId = await withActor(deps, systemActor(bot.organisationId), async (work) => {
    const id = await accountOf(work, deps, person);
    await Promise.all([keepName(work, id, person), openChat(work, bot.botId, id)]);
    await markReachable(work, deps, { accountId: id, botId: bot.botId });
    return id;
  });
  return whoIs(deps, { ...bot, accountId });
}

/** Race: two first messages at once. The unique Telegram id lets one create the account, the other finds it. */
export async function accountOf(
  { tx, at, actor }: Work,
  { newId }: Pick<Deps, "newId">,
  { telegramId, languageCode }: Pick<TelegramPerson, "telegramId" | "languageCode">,
): Promise<Id> {
  const known = () => tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.telegramId, telegramId));
  const [account] = await known();
  if (account) return account.id;
  const [here] = await tx
    .select({ language: organisations.language })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId));
  const language = languageOf(languageCode ?? undefined, here?.language ?? "en");
  await tx.insert(accounts).values({ id: newId(), telegramId, language, createdAt: at }).onConflictDoNothing();
  const [created] = await known();
  if (!created) throw new Error("an account vanished while it was made");
  return created.id;
}

/** The name as Telegram has it now; a row is written only when it changed. */
export const keepName = ({ tx, at, actor }: Work, accountId: Id, person: TelegramPerson) => {
  const names = {
    firstName: asText(person.firstName) ?? "",
    lastName: asText(person.lastName),
    username: asText(person.username),
  };
  return tx
    .insert(profiles)
    .values({ organisationId: actor.organisationId, accountId, ...names, updatedAt: at })
    .onConflictDoUpdate({
      target: [profiles.organisationId, profiles.accountId],
      set: { ...names, updatedAt: at },
      setWhere: sql`(${profiles.firstName}, ${profiles.lastName}, ${profiles.username}) is distinct from
        (excluded.first_name, excluded.last_name, excluded.username)`,
    });
};

/** Half surrogate pairs and zero characters, which people can type and Postgres cannot keep, are taken out. */
const asText = (text: string | null | undefined): string | null =>
  text?.toWellFormed().replaceAll("\0", "").trim() || null;

export const openChat = ({ tx, at, actor }: Work, botId: Id, accountId: Id) =>
  tx
    .insert(botChats)
    .values({ organisationId: actor.organisationId, botId, accountId, startedAt: at })
    .onConflictDoNothing();
