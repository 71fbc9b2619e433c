import { and, eq, inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { notifications } from "#drizzle/schema/index";
import type { NotificationKind } from "#shared/contracts/notifications";
import type { Id } from "#shared/kernel/ids";

/**
 * Of these subjects those of whose notification nobody can have been shown anything: no bot has it in hand or sent it,
 * because there was too much to write, or the bot stood still. What Telegram refused for good, as from somebody who
 * blocked the bot, is not among them.
 */
export async function neverShown(
  { tx, actor }: Work,
  kind: NotificationKind,
  subjectIds: readonly Id[],
): Promise<Id[]> {
  const rows = await tx
    .select({ id: notifications.subjectId })
    .from(notifications)
    .where(
      and(
        eq(notifications.organisationId, actor.organisationId),
        eq(notifications.kind, kind),
        inArray(notifications.subjectId, [...subjectIds]),
        inArray(notifications.state, ["due", "skipped"]),
        eq(notifications.attempts, 0),
        eq(notifications.maybeShown, false),
      ),
    );
  return rows.map(({ id }) => id);
}
