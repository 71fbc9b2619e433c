import { and, count, desc, eq, inArray, isNull, lt, ne, or } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { notifications } from "#drizzle/schema/index";
import type { DeadNotifications, Inbox, InboxQuery, Receipted } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** What this person was told through this bot, newest first. Versions that a newer one replaced, and what was skipped, are left out. */
export const readInbox = (deps: Deps, actor: Person, { unread, before, limit }: InboxQuery): Promise<Inbox> =>
  withActor(deps, actor, async ({ tx }) => {
    const unseen = isNull(notifications.readAt);
    const [rows, [left]] = await Promise.all([
      tx
        .select()
        .from(notifications)
        .where(
          and(
            mine(actor),
            unread === "true" ? unseen : undefined,
            before ? lt(notifications.createdAt, new Date(before)) : undefined,
          ),
        )
        .orderBy(desc(notifications.createdAt), desc(notifications.id))
        .limit(limit),
      tx
        .select({ n: count() })
        .from(notifications)
        .where(and(mine(actor), unseen)),
    ]);
    const items = rows.map(({ id, body, state, createdAt, sentAt, readAt }) => ({
      id,
      notification: body,
      state,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      readAt: readAt?.toISOString() ?? null,
    }));
    return { items, unread: left?.n ?? 0 };
  });

/** Other people's are left alone without a word. */
export const markRead = (deps: Deps, actor: Person, { ids }: { ids: Id[] }): Promise<{ marked: number }> =>
  withActor(deps, actor, async ({ tx, at }) => {
    const rows = await tx
      .update(notifications)
      .set({ readAt: at })
      .where(and(mine(actor), inArray(notifications.id, ids), isNull(notifications.readAt)))
      .returning({ id: notifications.id });
    return { marked: rows.length };
  });

/** "Seen": the person answered what was sent. Twice is once. @throws Refusal `notification.not_found` */
export const acknowledgeNotification = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<Receipted> =>
  withActor(deps, actor, async ({ tx, at }: Work) => {
    const [row] = await tx
      .update(notifications)
      .set({ state: "acknowledged", readAt: at })
      .where(
        and(
          mine(actor),
          eq(notifications.id, id),
          // A tap may overtake the receipt of the very message that was tapped.
          or(eq(notifications.state, "sent"), eq(notifications.state, "due"), eq(notifications.state, "acknowledged")),
        ),
      )
      .returning({ state: notifications.state });
    if (!row) throw new Refusal("notification.not_found");
    return { id, state: row.state };
  });

/** What could not be delivered, newest first, for those who answer for it. @throws Refusal `auth.not_allowed` */
export const deadNotifications = (deps: Deps, actor: Person): Promise<DeadNotifications> => {
  mustMay(actor, "member.see");
  return withActor(deps, actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(notifications)
      .where(and(eq(notifications.organisationId, actor.organisationId), eq(notifications.state, "dead")))
      .orderBy(desc(notifications.createdAt))
      .limit(200);
    const dead = rows.map(({ id, recipientId, botId, kind, subjectId, deadReason, createdAt }) => ({
      id,
      recipientId,
      botId,
      kind,
      subjectId,
      reason: deadReason ?? "",
      createdAt: createdAt.toISOString(),
    }));
    return { dead };
  });
};

const mine = ({ organisationId, accountId, botId }: Person) =>
  and(
    eq(notifications.organisationId, organisationId),
    eq(notifications.recipientId, accountId),
    eq(notifications.botId, botId),
    isNull(notifications.mergedInto),
    ne(notifications.state, "skipped"),
  );
