import { and, eq, lte } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { alerts } from "#drizzle/schema/index";
import { nextRing } from "#shared/alert/alert-ladder";
import type { Id } from "#shared/kernel/ids";
import { alertSettingsOf } from "./alert-settings-of";
import { type AlertRow, ring, ringAgainAt } from "./ring";
import { hasReachable, listenersOf } from "./who-to-ring";

/** Which alert's deadline passed. */
export type AlertAlarm = { organisationId: Id; subjectId: Id };

/**
 * Rings an unanswered alert again, louder when its level has rung long enough. Does nothing when somebody answered, or
 * when it is too early: an alarm of an older deadline.
 */
export const ringAlert = (deps: Deps, { organisationId, subjectId: alertId }: AlertAlarm): Promise<void> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const alert = await lockDue(work, alertId);
    if (!alert) return;
    const [listeners, settings] = await Promise.all([listenersOf(work, alert), alertSettingsOf(work, alert.branchId)]);
    const { level, ringsAtLevel } = nextRing(alert, hasReachable(listeners), settings.ringsPerLevel);
    const again = ringAgainAt(work.at, settings);
    const rings = alert.rings + 1;
    await Promise.all([
      work.tx
        .update(alerts)
        .set({ level, ringsAtLevel, rings, ringAgainAt: again })
        .where(and(eq(alerts.organisationId, organisationId), eq(alerts.id, alertId))),
      ring(work, { ...alert, level, rings }, listeners, again),
    ]);
  });

/** Race: two workers, or a worker and an answer. The row lock lets one pass, and the rest sees what it left behind. */
async function lockDue({ tx, actor, at }: Work, alertId: Id): Promise<AlertRow | undefined> {
  const [alert] = await tx
    .select()
    .from(alerts)
    .where(
      and(
        eq(alerts.organisationId, actor.organisationId),
        eq(alerts.id, alertId),
        eq(alerts.state, "ringing"),
        lte(alerts.ringAgainAt, at),
      ),
    )
    .for("no key update");
  return alert;
}
