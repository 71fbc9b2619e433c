import { and, asc, eq, lte } from "drizzle-orm";
import { ringAlert } from "#api/modules/alerts/ring-alert";
import { alerts } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** An alert that nobody has answered since its last ring. */
export const alertRing: Deadline = {
  kind: "alert-ring",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: alerts.organisationId, subjectId: alerts.id })
      .from(alerts)
      .where(and(eq(alerts.state, "ringing"), lte(alerts.ringAgainAt, at)))
      .orderBy(asc(alerts.ringAgainAt))
      .limit(limit),
  run: ringAlert,
};
