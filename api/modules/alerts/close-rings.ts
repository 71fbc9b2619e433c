import { and, eq } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { notifications } from "#drizzle/schema/index";
import { type AlertRow, emitAlert } from "./ring";

/** Everybody who was rung learns that it is over: their last ring becomes that message, and falls silent. */
export async function closeRings(
  work: Work,
  alert: Pick<AlertRow, "id" | "kind" | "branchId" | "rings" | "state">,
): Promise<void> {
  const rung = await work.tx
    .selectDistinct({ recipientId: notifications.recipientId, botId: notifications.botId })
    .from(notifications)
    .where(
      and(
        eq(notifications.organisationId, work.actor.organisationId),
        eq(notifications.subjectId, alert.id),
        eq(notifications.kind, "alert.ring"),
      ),
    );
  for (const listener of rung)
    work.notify({
      ...listener,
      version: alert.rings + 1,
      body: {
        kind: "alert.closed",
        alertId: alert.id,
        alert: alert.kind,
        acknowledged: alert.state === "acknowledged",
      },
    });
  emitAlert(work, alert);
}
