import { and, eq, inArray, sql } from "drizzle-orm";
import { isQuietNow } from "#api/domain/hours/quiet-now";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { notifications } from "#drizzle/schema/index";
import { isOnlyForWhoSaw, isTooLate, NOTIFICATION_KINDS, threadOf } from "#shared/contracts/notifications";
import type { Claim, Claimed, ClaimedNotification } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import {
  cardsOf,
  idsOf,
  leaseRows,
  type NotificationRow,
  overBeforeShown,
  recipientsOf,
  sendableRows,
  skipThreads,
  type Whose,
} from "./claim.queries";
import { CLAIMS_WITHOUT_RECEIPT_MAX, OUTLET_LEASE_MS } from "./outlet-lease";
import { composeViews } from "./views/compose-view";

type Unseen = Omit<ClaimedNotification, "view" | "viewedAt">;

/**
 * Leases a bot's most urgent due notifications to the asker, each with its subject as it is now. Of a thread (a card, a
 * ring, an offer and its end) only the newest is given out, and nothing while another of it is being sent; of what was over
 * before anybody could be shown it nothing at all.
 */
export async function claimNotifications(deps: Deps, whose: Whose, claim: Claim): Promise<Claimed> {
  const realNow = deps.clock.realNow();
  const leasedUntil = new Date(realNow.getTime() + OUTLET_LEASE_MS);
  const lease = { leaseId: deps.newId(), leasedUntil };
  const { claimed, more } = await withActor(deps, systemActor(whose.organisationId), async (work) => {
    await oneClaimAtATime(work, whose);
    const sendable = await sendableRows(work.tx, whose, { at: work.at, realNow }, claim);
    const needed = firstOfEachLine(await skipNeedless(deps, work, whose, sendable), claim.perLine);
    // The rows are held, so what the lease makes of them is known before it is written: all goes on the wire at once.
    const leased = needed.map((row) => ({ ...row, ...lease, attempts: row.attempts + 1 }));
    const [deadly, rows] = divide(leased, ({ attempts }) => attempts > CLAIMS_WITHOUT_RECEIPT_MAX);
    const [claimed] = await Promise.all([
      rows.length === 0 ? [] : withAddress(work, whose, rows),
      rows.length > 0 && leaseRows(work.tx, whose, rows, lease),
      deadly.length > 0 && giveUp(work, whose, deadly),
    ]);
    return { claimed, more: sendable.length === claim.limit };
  });
  const viewedAt = deps.clock.now().toISOString();
  const composed = await composeViews(deps, whose, claimed);
  const notifications = claimed.flatMap((one, index) => {
    const view = composed[index];
    return view ? { ...one, viewedAt, view } : [];
  });
  return { notifications, more, leasedUntil: leasedUntil.toISOString() };
}

/**
 * Race: two claims that see the same thread before either has leased it would both send its card. Claims of a bot follow
 * each other; they are short, since the views are composed after the commit.
 */
const oneClaimAtATime = ({ tx }: Work, { botId }: Whose) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`claim:${botId}`}, 0))`);

/**
 * A kitchen that cannot be shown its orders as fast as they come learns of those that are still to be done, a courier of
 * the offers that still stand and that there is time to think about. Whoever has seen one, or may have, is told how it
 * ended. Gives the rows that are needed.
 */
async function skipNeedless(
  { metrics }: Deps,
  work: Work,
  whose: Whose,
  rows: NotificationRow[],
): Promise<NotificationRow[]> {
  const unshown = rows.filter(({ attempts, maybeShown }) => attempts === 0 && !maybeShown);
  const late = unshown.filter(({ body, dueAt }) => isTooLate(body, dueAt.getTime(), work.at.getTime()));
  if (late.length > 0) await skipThreads(work.tx, whose, late, "too_late");
  const mayBeOver = unshown.filter(({ body }) => isOnlyForWhoSaw(body));
  const ids = mayBeOver.length > 0 ? await overBeforeShown(work.tx, whose, mayBeOver) : new Set<Id>();
  const over = mayBeOver.filter(({ id }) => ids.has(id));
  if (over.length > 0) await skipThreads(work.tx, whose, over, "over_before_shown");
  const needless = new Set([...late, ...over]);
  if (needless.size === 0) return rows;
  work.afterCommit(() => metrics.receipts.inc({ outcome: "skipped" }, needless.size));
  return rows.filter((row) => !needless.has(row));
}

/** The rows are in order; of each line the first stay. */
const firstOfEachLine = (rows: NotificationRow[], perLine: number): NotificationRow[] =>
  [...Map.groupBy(rows, ({ recipientId, urgency }) => `${recipientId}:${urgency}`).values()].flatMap((line) =>
    line.slice(0, perLine),
  );

/** Claimed too often without any word: it kills whoever sends it. */
const giveUp = ({ tx }: Work, { organisationId }: Whose, rows: readonly NotificationRow[]) =>
  tx
    .update(notifications)
    .set({ state: "dead", deadReason: "gave_up" })
    .where(and(eq(notifications.organisationId, organisationId), inArray(notifications.id, idsOf(rows))));

/** Those for whom it holds, and the others, each in their order. */
const divide = <T>(rows: readonly T[], holds: (row: T) => boolean): [T[], T[]] => [
  rows.filter(holds),
  rows.filter((row) => !holds(row)),
];

async function withAddress({ tx, at }: Work, whose: Whose, rows: readonly NotificationRow[]): Promise<Unseen[]> {
  const [recipients, cards] = await Promise.all([
    recipientsOf(
      tx,
      whose,
      rows.map((row) => row.recipientId),
    ),
    cardsOf(tx, whose, rows),
  ]);
  return [...rows].sort(inOrder).flatMap((row) => {
    const recipient = recipients.find(({ id }) => id === row.recipientId);
    // An erased account: its rows are ended by the erasure, and are not sent in the meantime.
    if (!recipient?.telegramId || !row.leaseId) return [];
    const standing = cards.find((card) => standsFor(card, row))?.telegramMessageId ?? null;
    const { manner } = NOTIFICATION_KINDS[row.body.kind];
    return {
      id: row.id,
      leaseId: row.leaseId,
      recipientId: row.recipientId,
      chatId: recipient.telegramId,
      language: recipient.language,
      quiet: isQuietNow(recipient, at),
      notification: row.body,
      version: row.version,
      editMessageId: manner === "card" || manner === "closing" ? standing : null,
      deleteMessageId: manner === "ring" ? standing : null,
      dueAt: row.dueAt.toISOString(),
    };
  });
}

const standsFor = (card: { recipientId: string; subjectId: string; kind: string }, row: NotificationRow): boolean =>
  card.recipientId === row.recipientId && card.subjectId === row.subjectId && card.kind === threadOf(row.body.kind);

const inOrder = (a: NotificationRow, b: NotificationRow): number =>
  a.urgency - b.urgency || a.dueAt.getTime() - b.dueAt.getTime() || a.id.localeCompare(b.id);
