import { and, asc, eq, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#api/platform/database";
import { accounts, cards, notifications, profiles } from "#drizzle/schema/index";
import { threadOf } from "#shared/contracts/notifications";
import type { Id } from "#shared/kernel/ids";
import { CLOSING_KINDS, THREADED_KINDS } from "./threads";

export type NotificationRow = typeof notifications.$inferSelect;

/** Business time for what is due, machine time for leases. */
export type Moment = { at: Date; realNow: Date };
export type Whose = { organisationId: Id; botId: Id };

const sibling = alias(notifications, "sibling");

const list = (kinds: readonly string[]): SQL =>
  sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  );

/** The thread that a row belongs to, as SQL: its kind, or the kind that it closes. */
const threadSql = (kind: typeof notifications.kind | typeof sibling.kind): SQL =>
  sql`case ${kind} ${sql.join(
    CLOSING_KINDS.map((closing) => sql`when ${closing} then ${threadOf(closing)}`),
    sql` `,
  )} else ${kind} end`;

/** Rows of one bot that may be sent now. */
const sendable = ({ organisationId, botId }: Whose, { at, realNow }: Moment): SQL | undefined =>
  and(
    eq(notifications.organisationId, organisationId),
    eq(notifications.botId, botId),
    eq(notifications.state, "due"),
    lte(notifications.dueAt, at),
    or(isNull(notifications.leasedUntil), lte(notifications.leasedUntil, realNow)),
  );

const sameThread = and(
  eq(sibling.organisationId, notifications.organisationId),
  eq(sibling.subjectId, notifications.subjectId),
  eq(sibling.recipientId, notifications.recipientId),
  eq(sibling.botId, notifications.botId),
  sql`${sibling.id} <> ${notifications.id}`,
  sql`${threadSql(sibling.kind)} = ${threadSql(notifications.kind)}`,
);

const rank = (row: typeof notifications | typeof sibling): SQL =>
  sql`(${row.kind} in (${list(CLOSING_KINDS)}), ${row.version}, ${row.createdAt}, ${row.id})`;

/**
 * Nothing newer of its thread is due, and nothing of its thread is being sent by somebody: cards of one thread go out
 * one after the other, or the older could overwrite the newer.
 */
const newestOfItsThread = ({ at, realNow }: Moment): SQL => sql`(
  ${notifications.kind} not in (${list(THREADED_KINDS)}) or not exists (
    select from ${notifications} as sibling where ${sameThread} and ${sibling.state} = 'due' and (
      (${sibling.leaseId} is not null and ${sibling.leasedUntil} > ${realNow.toISOString()})
      or (${sibling.dueAt} <= ${at.toISOString()} and ${rank(sibling)} > ${rank(notifications)})
    )
  )
)`;

/** Takes the most urgent rows, oldest first within an urgency. `skip locked`: a row in a receipt is left alone. */
export function leaseRows(
  tx: Tx,
  whose: Whose,
  moment: Moment,
  lease: { leaseId: Id; leasedUntil: Date; limit: number },
): Promise<NotificationRow[]> {
  // A CTE, because a subquery in the condition may run more than once, and each time with other rows.
  const next = tx.$with("next").as(
    tx
      .select({ id: notifications.id })
      .from(notifications)
      .where(and(sendable(whose, moment), newestOfItsThread(moment)))
      .orderBy(asc(notifications.urgency), asc(notifications.dueAt), asc(notifications.id))
      .limit(lease.limit)
      .for("no key update", { skipLocked: true }),
  );
  return tx
    .with(next)
    .update(notifications)
    .set({ leaseId: lease.leaseId, leasedUntil: lease.leasedUntil, attempts: sql`${notifications.attempts} + 1` })
    .where(
      and(
        eq(notifications.organisationId, whose.organisationId),
        inArray(notifications.id, tx.select({ id: next.id }).from(next)),
      ),
    )
    .returning();
}

/** Where each recipient is, in which language, and when they want no sound. Erased accounts have no Telegram id any more. */
export const recipientsOf = (tx: Tx, { organisationId }: Whose, accountIds: readonly Id[]) =>
  tx
    .select({
      id: accounts.id,
      telegramId: accounts.telegramId,
      language: accounts.language,
      quietFromMinute: profiles.quietFromMinute,
      quietUntilMinute: profiles.quietUntilMinute,
      quietTimezone: profiles.quietTimezone,
    })
    .from(accounts)
    .leftJoin(profiles, and(eq(profiles.organisationId, organisationId), eq(profiles.accountId, accounts.id)))
    .where(inArray(accounts.id, [...accountIds]));

/** The messages that stand in the chats for these subjects. */
export const cardsOf = (tx: Tx, { organisationId, botId }: Whose, rows: readonly NotificationRow[]) =>
  tx
    .select()
    .from(cards)
    .where(
      and(
        eq(cards.organisationId, organisationId),
        eq(cards.botId, botId),
        inArray(cards.recipientId, [...new Set(rows.map((row) => row.recipientId))]),
        inArray(cards.subjectId, [...new Set(rows.map((row) => row.subjectId))]),
      ),
    );
