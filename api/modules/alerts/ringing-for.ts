import { and, eq, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { alerts, notifications } from "#drizzle/schema/index";
import type { AlertView } from "#shared/contracts/alert";
import type { Id } from "#shared/kernel/ids";
import { alertViews } from "./alerts.queries";

/** More than one message says. */
const RINGING_MAX = 20;

/** The alerts that ring for this person at the moment, newest first. */
export const ringingFor = ({ tx, actor }: Work, recipientId: Id): Promise<AlertView[]> => {
  const oneRing = tx
    .select({ rang: sql`true` })
    .from(notifications)
    .where(
      and(
        eq(notifications.organisationId, actor.organisationId),
        eq(notifications.subjectId, alerts.id),
        eq(notifications.recipientId, recipientId),
        eq(notifications.kind, "alert.ring"),
      ),
    )
    .limit(1);
  // A value and not `exists`, which the planner may turn round: to all that this person was ever rung for.
  const rang = sql`(${oneRing})`;
  return alertViews(
    tx,
    and(eq(alerts.organisationId, actor.organisationId), eq(alerts.state, "ringing"), rang),
    RINGING_MAX,
  );
};
