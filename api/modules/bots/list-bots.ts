import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { acrossOrganisations, withActor } from "#api/platform/with-actor";
import { bots, branches, organisations, regions } from "#drizzle/schema/index";
import type { BotList, BotView, RunnableBots } from "#shared/contracts/bots";

export type BotRow = typeof bots.$inferSelect;

/** Every enabled bot of every organisation that is not suspended. The only place where tokens leave the house. */
export const runnableBots = (deps: Deps): Promise<RunnableBots> =>
  acrossOrganisations(deps, async (tx) => {
    const rows = await tx
      .select({ bot: bots, timezone: timezoneOf })
      .from(bots)
      .innerJoin(organisations, and(eq(organisations.id, bots.organisationId), isNull(organisations.suspendedAt)))
      .where(eq(bots.enabled, true))
      .orderBy(asc(bots.createdAt), asc(bots.id));
    const { decrypt } = deps.secrets;
    return {
      bots: rows.map(({ timezone, bot: { id, organisationId, kind, telegramId, username, ...sealed } }) => ({
        id,
        organisationId,
        kind,
        telegramId,
        username,
        timezone,
        token: decrypt(sealed.tokenEncrypted),
        webhookSecret: decrypt(sealed.webhookSecretEncrypted),
      })),
    };
  });

/** Of the organisation's oldest branch; before there is one, of its city. */
const timezoneOf = sql<string>`coalesce((
  select timezone from ${branches} as oldest where oldest.organisation_id = ${bots.organisationId}
  order by oldest.created_at, oldest.id limit 1), (
  select timezone from ${regions} as city where city.id = ${organisations.regionId}), 'UTC')`;

/** The bots of the own organisation, without their secrets. @throws Refusal `auth.not_allowed` */
export const listBots = (deps: Deps, actor: Person): Promise<BotList> => {
  mustMay(actor, "bot.edit");
  return withActor(deps, actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(bots)
      .where(eq(bots.organisationId, actor.organisationId))
      .orderBy(asc(bots.createdAt), asc(bots.id));
    return { bots: rows.map(toBotView) };
  });
};

export const toBotView = ({ id, kind, telegramId, username, enabled }: BotRow): BotView => ({
  id,
  kind,
  telegramId,
  username,
  enabled,
});
