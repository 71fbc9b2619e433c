import { and, asc, eq, gt, inArray, isNull, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#api/platform/database";
import { accounts, cards, notifications, orders, profiles } from "#drizzle/schema/index";
import { threadOf } from "#shared/contracts/notifications";
import type { Claim, Line } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import { TERMINAL_ORDER_STATUSES } from "#shared/order/order-status";
import { CLOSING_KINDS, kindsOfThread, THREADED_KINDS } from "./threads";

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

const cardOfThread = and(
  eq(cards.organisationId, notifications.organisationId),
  eq(cards.botId, notifications.botId),
  eq(cards.recipientId, notifications.recipientId),
  eq(cards.subjectId, notifications.subjectId),
  sql`${cards.kind} = ${threadSql(notifications.kind)}`,
);

/** Another row of the same thread. */
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

const notOf = (lines: readonly Line[]): SQL | undefined =>
  lines.length === 0
    ? undefined
    : sql`(${notifications.recipientId}, ${notifications.urgency}) not in (${sql.join(
        lines.map(({ recipientId, urgency }) => sql`(${recipientId}::uuid, ${urgency}::smallint)`),
        sql`, `,
      )})`;

/**
 * Locks the most urgent rows that may be sent, oldest first within an urgency. `skip locked`: a row in a receipt is left
 * alone.
 */
export const sendableRows = (
  tx: Tx,
  whose: Whose,
  moment: Moment,
  { limit, without }: Pick<Claim, "limit" | "without">,
): Promise<NotificationRow[]> =>
  tx
    .select()
    .from(notifications)
    .where(and(sendable(whose, moment), notOf(without), newestOfItsThread(moment)))
    .orderBy(asc(notifications.urgency), asc(notifications.dueAt), asc(notifications.id))
    .limit(limit)
    .for("no key update", { skipLocked: true });

/** Leases rows that this transaction holds. */
export const leaseRows = (
  tx: Tx,
  { organisationId }: Whose,
  rows: readonly NotificationRow[],
  lease: { leaseId: Id; leasedUntil: Date },
) =>
  tx
    .update(notifications)
    .set({ ...lease, attempts: sql`${notifications.attempts} + 1` })
    .where(and(eq(notifications.organisationId, organisationId), inArray(notifications.id, idsOf(rows))));

export const idsOf = (rows: readonly NotificationRow[]): Id[] => rows.map(({ id }) => id);

/**
 * Those of the rows whose subject is over (an order that ended, an offer that is being closed), and of whose thread nobody
 * can have been shown anything: no message stands in the chat, and none was ever handed out without coming back unsent.
 */
export const overBeforeShown = async (
  tx: Tx,
  { organisationId }: Whose,
  rows: readonly NotificationRow[],
): Promise<ReadonlySet<Id>> => {
  const found = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .leftJoin(orders, and(eq(orders.organisationId, organisationId), eq(orders.id, notifications.subjectId)))
    .where(
      and(
        eq(notifications.organisationId, organisationId),
        inArray(notifications.id, idsOf(rows)),
        or(inArray(notifications.kind, CLOSING_KINDS), inArray(orders.status, [...TERMINAL_ORDER_STATUSES])),
        notExists(tx.select({ one: sql`1` }).from(cards).where(cardOfThread)),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(sibling)
            .where(and(sameThread, or(gt(sibling.attempts, 0), sibling.maybeShown))),
        ),
      ),
    );
  return new Set(found.map(({ id }) => id));
};

/** Ends rows, and what else of their threads still waits, without a word to anybody. */
export const skipThreads = (
  tx: Tx,
  { organisationId, botId }: Whose,
  rows: readonly NotificationRow[],
  skipReason: string,
) => {
  const threads = rows.flatMap(({ subjectId, recipientId, body }) =>
    kindsOfThread(threadOf(body.kind)).map((kind) => sql`(${subjectId}::uuid, ${recipientId}::uuid, ${kind})`),
  );
  return tx
    .update(notifications)
    .set({ state: "skipped", skipReason, leasedUntil: null })
    .where(
      and(
        eq(notifications.organisationId, organisationId),
        eq(notifications.botId, botId),
        eq(notifications.state, "due"),
        sql`(${notifications.subjectId}, ${notifications.recipientId}, ${notifications.kind}) in (${sql.join(threads, sql`, `)})`,
      ),
    );
};

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
