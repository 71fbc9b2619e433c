import { sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { alerts } from "#drizzle/schema/index";
import type { AlertKind } from "#shared/alert/alert";
import { firstRing } from "#shared/alert/alert-ladder";
import type { Id } from "#shared/kernel/ids";
import { type AlertDeps, ring, ringAgainAt } from "./ring";
import { hasReachable, listenersOf } from "./who-to-ring";

export type NewAlert = {
  kind: AlertKind;
  /** The order, delivery or courier. */
  subjectId: Id;
  /** Whose people are concerned; null: everybody's. */
  branchId: Id | null;
  /** Ids and figures that the screen needs; nothing personal. */
  details?: Record<string, unknown>;
};

/**
 * Something must be answered by a person: rings at once, in the caller's transaction, and until somebody does. The same
 * trouble (kind and subject) that rings already is left as it is.
 * @returns the new alert; `null` when it rang already
 */
export async function openAlert(work: Work, { newId }: AlertDeps, alert: NewAlert): Promise<Id | null> {
  const { tx, at, actor } = work;
  const { organisationId } = actor;
  const listeners = await listenersOf(work, alert);
  const { level, ringsAtLevel } = firstRing(hasReachable(listeners));
  // Race: two callers see the same trouble. The partial unique index lets one in; the other waits for its commit.
  const [opened] = await tx
    .insert(alerts)
    .values({
      organisationId,
      id: newId(),
      kind: alert.kind,
      subjectId: alert.subjectId,
      branchId: alert.branchId,
      state: "ringing",
      level,
      rings: 1,
      ringsAtLevel,
      openedAt: at,
      ringAgainAt: ringAgainAt(at),
      details: alert.details ?? {},
    })
    .onConflictDoNothing({
      target: [alerts.organisationId, alerts.kind, alerts.subjectId],
      where: sql`${alerts.state} = 'ringing'`,
    })
    .returning();
  if (!opened) return null;
  await ring(work, opened, listeners);
  return opened.id;
}
