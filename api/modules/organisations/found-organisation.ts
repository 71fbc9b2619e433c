import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import { systemActor } from "#api/platform/actor";
import { uniqueViolation } from "#api/platform/database-problems";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { bots, brands, organisations, regions } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Language } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import { Refusal } from "#shared/kernel/refusal";
import type { BotKind } from "#shared/kernel/role";

export type NewOrganisation = {
  name: string;
  city: string;
  timezone: string; // IANA
  currency: Currency;
  /** Of people whose own language we do not speak. */
  language: Language;
  /** Checked with Telegram by the caller. */
  bots: readonly { kind: BotKind; token: string; telegramId: number; username: string }[];
};

/**
 * A business begins: with its bots and a brand of its name, without branches, menu or people. Its first branch is
 * opened, and its first owner comes by `inviteOwner`.
 * @throws Refusal `bot.already_known` when one of the bots works for another organisation
 */
export async function foundOrganisation(deps: Deps, wanted: NewOrganisation): Promise<Id> {
  const organisationId = deps.newId();
  const { name, currency, language } = wanted;
  try {
    await withActor(deps, systemActor(organisationId), async (work) => {
      const regionId = await regionOf(work, deps, wanted);
      const createdAt = work.at;
      await work.tx.insert(organisations).values({ id: organisationId, name, regionId, currency, language, createdAt });
      await work.tx.insert(brands).values({ organisationId, id: deps.newId(), name, createdAt });
      await work.tx.insert(bots).values(wanted.bots.map((bot) => botRow(deps, { organisationId, createdAt }, bot)));
      const after = { name, bots: wanted.bots.map(({ username }) => username) };
      await audit(work, deps, {
        action: "organisation.found",
        subjectKind: "organisation",
        subjectId: organisationId,
        after,
      });
    });
  } catch (error) {
    if (uniqueViolation(error) === "bots_by_telegram_id") throw new Refusal("bot.already_known");
    throw error;
  }
  return organisationId;
}

/** Cities are shared: a second business of the same city finds the one that is there. */
async function regionOf({ tx }: Work, { newId }: Deps, { city, timezone }: NewOrganisation): Promise<Id> {
  const slug = city.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  await tx.insert(regions).values({ id: newId(), slug, name: city, timezone }).onConflictDoNothing();
  const [region] = await tx.select({ id: regions.id }).from(regions).where(eq(regions.slug, slug));
  return region!.id;
}

const botRow = (
  { newId, secrets }: Deps,
  whose: { organisationId: Id; createdAt: Date },
  { token, ...bot }: NewOrganisation["bots"][number],
): typeof bots.$inferInsert => ({
  ...whose,
  ...bot,
  id: newId(),
  tokenEncrypted: secrets.encrypt(token),
  webhookSecretEncrypted: secrets.encrypt(randomBytes(32).toString("base64url")),
  enabled: true,
});
