import { and, desc, eq, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { botChats, bots, couriers } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

/** Where a courier hears from the house. */
export type CourierChat = { courierId: Id; recipientId: Id; botId: Id };

/**
 * The courier bot that each of these couriers opened last and has not blocked; without any, the organisation's first
 * courier bot, whose failure to deliver is then seen in the ledger instead of nowhere.
 */
export async function courierChats({ tx, actor }: Work, courierIds: readonly Id[]): Promise<Map<Id, CourierChat>> {
  if (courierIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([couriers.id], { courierId: couriers.id, recipientId: couriers.accountId, botId: bots.id })
    .from(couriers)
    .innerJoin(
      bots,
      and(eq(bots.organisationId, couriers.organisationId), eq(bots.kind, "courier"), eq(bots.enabled, true)),
    )
    .leftJoin(
      botChats,
      and(
        eq(botChats.organisationId, couriers.organisationId),
        eq(botChats.botId, bots.id),
        eq(botChats.accountId, couriers.accountId),
      ),
    )
    .where(
      and(
        eq(couriers.organisationId, actor.organisationId),
        // One array parameter, so that the statement is the same for any number of couriers.
        sql`${couriers.id} = any(${sql.param(`{${courierIds.join()}}`)}::uuid[])`,
      ),
    )
    .orderBy(
      couriers.id,
      sql`(${botChats.startedAt} is not null and ${botChats.unreachableAt} is null) desc`,
      desc(sql`coalesce(${botChats.startedAt}, '-infinity')`),
      bots.createdAt,
    );
  return new Map(rows.map((row) => [row.courierId, row]));
}
