import { and, eq, inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { alerts, notifications } from "#drizzle/schema/index";
import type { AlertView } from "#shared/contracts/alert";
import type { Id } from "#shared/kernel/ids";
import { alertViews } from "./alerts.queries";

/** The alerts that ring for this person at the moment, newest first. */
export const ringingFor = ({ tx, actor }: Work, recipientId: Id): Promise<AlertView[]> => {
  const rung = tx
    .select({ id: notifications.subjectId })
    .from(notifications)
    .where(
      and(
        eq(notifications.organisationId, actor.organisationId),
        eq(notifications.recipientId, recipientId),
        eq(notifications.kind, "alert.ring"),
      ),
    );
  return alertViews(
    tx,
    and(eq(alerts.organisationId, actor.organisationId), eq(alerts.state, "ringing"), inArray(alerts.id, rung)),
    20,
  );
};
