import { and, eq, inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { alerts } from "#drizzle/schema/index";
import type { AlertKind } from "#shared/alert/alert";
import type { Id } from "#shared/kernel/ids";
import { closeRings } from "./close-rings";
import type { AlertDeps } from "./ring";

/**
 * The cause of these alerts went away by itself (the order was confirmed, the courier is back): what still rings falls
 * silent. Race with an answer: the conditional update lets one of both end it.
 */
export async function settleAlerts(
  work: Work,
  _deps: AlertDeps,
  subjectId: Id,
  kinds: readonly AlertKind[],
): Promise<void> {
  const settled = await work.tx
    .update(alerts)
    .set({ state: "resolved", resolvedAt: work.at, ringAgainAt: null })
    .where(
      and(
        eq(alerts.organisationId, work.actor.organisationId),
        eq(alerts.subjectId, subjectId),
        inArray(alerts.kind, [...kinds]),
        eq(alerts.state, "ringing"),
      ),
    )
    .returning();
  await Promise.all(settled.map((alert) => closeRings(work, alert)));
}
