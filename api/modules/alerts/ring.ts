import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { alertRings, type alerts } from "#drizzle/schema/index";
import type { Ringing } from "#shared/alert/alert-ladder";
import type { AlertSettings } from "#shared/alert/alert-settings";
import type { Id } from "#shared/kernel/ids";
import { type Listener, rungAt } from "./who-to-ring";

export type AlertRow = typeof alerts.$inferSelect;

/** When somebody must hear of it again. Counted from now, so that a worker that was away does not ring in a burst. */
export const ringAgainAt = (at: Date, { ringEverySeconds }: AlertSettings): Date =>
  new Date(at.getTime() + ringEverySeconds * 1_000);

type RingingAlert = Pick<AlertRow, "id" | "kind" | "branchId"> & { level: Ringing["level"]; rings: number };

/** Sends one ring of an alert, whose row already carries it, and sets the alarm for the next at `again`. */
export async function ring(
  work: Work,
  alert: RingingAlert,
  listeners: readonly Listener[],
  again: Date,
): Promise<void> {
  const { id: alertId, kind, branchId, level, rings } = alert;
  const rung = rungAt(listeners, { kind, branchId }, level);
  call(work, alert, rung, again);
  await work.tx.insert(alertRings).values({
    organisationId: work.actor.organisationId,
    alertId,
    ring: rings,
    level,
    recipients: rung.length,
    at: work.at,
  });
}

/** Tells those who are rung and the screens, and sets the alarm for the next ring. The row of the ring is the caller's. */
export function call(work: Work, alert: RingingAlert, rung: readonly Listener[], again: Date): void {
  const { id: alertId, kind, level, rings } = alert;
  for (const { accountId, botId } of rung)
    work.notify({
      recipientId: accountId,
      botId,
      version: rings,
      body: { kind: "alert.ring", alertId, alert: kind, level, ring: rings },
    });
  emitAlert(work, alert);
  work.wake({ kind: "alert-ring", subjectId: alertId, at: again });
}

export const emitAlert = (work: Work, { id, branchId }: { id: Id; branchId: Id | null }): void =>
  work.emit({ kind: "alert.changed", body: { alertId: id, branchId } });

export type AlertDeps = Pick<Deps, "newId">;
