import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { markUnreachable } from "#api/modules/people/reachability";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { cards, notifications } from "#drizzle/schema/index";
import { NOTIFICATION_KINDS, threadOf } from "#shared/contracts/notifications";
import type { Receipt, Receipted, ReceiptedAll, Receipts } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { NotificationRow, Whose } from "./claim.queries";
import { isThreaded, kindsOfThread } from "./threads";

/**
 * What became of a claimed notification. Reporting the same thing twice is one answer.
 * @throws Refusal `notification.not_found`; `notification.lease_lost` when another process has it by now
 */
export const recordReceipt = (deps: Deps, whose: Whose, { id, ...receipt }: { id: Id } & Receipt): Promise<Receipted> =>
  withActor(deps, systemActor(whose.organisationId), async (work) => {
    const [row] = await lockRows(work, whose, [id]);
    if (!row) throw new Refusal("notification.not_found");
    const state = await settle(deps, work, row, receipt);
    if (!state) throw new Refusal("notification.lease_lost");
    return { id, state };
  });

/**
 * The same for many in one transaction: a bot in a rush reports dozens a second. One that is not known, or that another
 * process has by now, changes nothing for the others. Of one that is named twice the first word counts.
 */
export const recordReceipts = (deps: Deps, whose: Whose, { receipts }: Receipts): Promise<ReceiptedAll> =>
  withActor(deps, systemActor(whose.organisationId), async (work) => {
    const rows = await lockRows(
      work,
      whose,
      receipts.map(({ id }) => id),
    );
    const states = await Promise.all(
      rows.map((row) => settle(deps, work, row, receipts.find(({ id }) => id === row.id)!.receipt)),
    );
    const stateOf = new Map(rows.map(({ id }, index) => [id, states[index] ?? null]));
    return { receipted: receipts.map(({ id }) => ({ id, state: stateOf.get(id) ?? null })) };
  });

type State = NotificationRow["state"];
type Retry = Extract<Receipt, { outcome: "retry" }>;

/** Race: a late receipt and the next claim. The row lock orders them, and the lease id says whose word counts. */
const lockRows = ({ tx }: Work, { organisationId, botId }: Whose, ids: readonly Id[]): Promise<NotificationRow[]> =>
  tx
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.organisationId, organisationId),
        eq(notifications.botId, botId),
        inArray(notifications.id, [...ids]),
      ),
    )
    .orderBy(asc(notifications.id))
    .for("no key update");

/** @returns what it is now; `null` when another process has it by now */
async function settle(deps: Deps, work: Work, row: NotificationRow, receipt: Receipt): Promise<State | null> {
  if (row.leaseId !== receipt.leaseId) return null;
  work.afterCommit(() => deps.metrics.receipts.inc({ outcome: receipt.outcome }));
  if (row.state !== "due") return row.mergedInto ? repeatNewest(work, row) : row.state;
  switch (receipt.outcome) {
    case "sent":
      work.afterCommit(() => countWait(deps, row, work.at));
      return recordSent(work, row, receipt.messageId);
    case "retry":
      return recordRetry(deps, work, row, receipt);
    case "dead":
      return recordDead(deps, work, row, receipt.reason);
  }
}

async function recordSent(work: Work, row: NotificationRow, messageId: number | null): Promise<State> {
  await Promise.all([
    save(work, row, { state: "sent", sentAt: work.at, telegramMessageId: messageId }),
    isThreaded(row.body.kind) && settleOlder(work, row),
    isThreaded(row.body.kind) && messageId !== null && rememberCard(work, row, messageId),
  ]);
  return "sent";
}

/** How long people wait for news: cards may, alerts may not. */
const countWait = ({ metrics }: Deps, { urgency, dueAt }: NotificationRow, at: Date): void =>
  metrics.notificationWaitSeconds.observe({ urgency: String(urgency) }, (at.getTime() - dueAt.getTime()) / 1_000);

/** Free again after a pause of machine time. A retry is an answer, so it does not count towards giving up. */
async function recordRetry(deps: Deps, work: Work, row: NotificationRow, receipt: Retry): Promise<State> {
  const leasedUntil = new Date(deps.clock.realNow().getTime() + receipt.afterSeconds * 1_000);
  const maybeShown = row.maybeShown || receipt.maybeShown;
  await save(work, row, { leasedUntil, leaseId: null, attempts: Math.max(0, row.attempts - 1), maybeShown });
  return "due";
}

const UNREACHABLE = ["blocked", "deactivated", "chat_not_found"];

async function recordDead(deps: Deps, work: Work, row: NotificationRow, deadReason: string): Promise<State> {
  const { recipientId: accountId, botId } = row;
  await Promise.all([
    save(work, row, { state: "dead", deadReason }),
    UNREACHABLE.includes(deadReason) && markUnreachable(work, deps, { accountId, botId, reason: deadReason }),
  ]);
  return "dead";
}

const save = ({ tx }: Work, row: NotificationRow, change: Partial<NotificationRow>) =>
  tx
    .update(notifications)
    .set(change)
    .where(and(eq(notifications.organisationId, row.organisationId), eq(notifications.id, row.id)));

/** Older versions of the same thread that nobody has to send any more. */
const settleOlder = ({ tx, at }: Work, row: NotificationRow) =>
  tx
    .update(notifications)
    .set({ state: "sent", sentAt: at, mergedInto: row.id })
    .where(
      and(
        eq(notifications.organisationId, row.organisationId),
        eq(notifications.subjectId, row.subjectId),
        eq(notifications.recipientId, row.recipientId),
        eq(notifications.botId, row.botId),
        inArray(notifications.kind, kindsOfThread(threadOf(row.body.kind))),
        eq(notifications.state, "due"),
        sql`${notifications.id} <> ${row.id}`,
        closes(row)
          ? undefined
          : sql`(${notifications.kind} = ${row.kind} and ${notifications.version} <= ${row.version})`,
      ),
    );

const closes = (row: NotificationRow): boolean => NOTIFICATION_KINDS[row.body.kind].manner === "closing";

/**
 * A slow process reports a card after a newer version went out: its edit may have come last and shows the past. The
 * newest is sent once more.
 */
async function repeatNewest(work: Work, row: NotificationRow): Promise<State> {
  if (NOTIFICATION_KINDS[row.body.kind].manner === "card" && row.mergedInto)
    await save(work, { ...row, id: row.mergedInto }, { state: "due", leaseId: null, leasedUntil: null });
  await save(work, row, { leaseId: null }); // once
  return row.state;
}

const rememberCard = ({ tx }: Work, row: NotificationRow, telegramMessageId: number) => {
  const { organisationId, botId, recipientId, subjectId, version } = row;
  return tx
    .insert(cards)
    .values({
      organisationId,
      botId,
      recipientId,
      subjectId,
      kind: threadOf(row.body.kind),
      telegramMessageId,
      version,
    })
    .onConflictDoUpdate({
      target: [cards.organisationId, cards.botId, cards.recipientId, cards.kind, cards.subjectId],
      set: { telegramMessageId, version },
    });
};
