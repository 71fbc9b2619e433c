import { and, desc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { Actor } from "#api/platform/actor";
import type { Tx } from "#api/platform/database";
import { alertRings, alerts, profiles } from "#drizzle/schema/index";
import type { AlertRing, AlertView } from "#shared/contracts/alert";
import type { Id } from "#shared/kernel/ids";
import type { AlertRow } from "./ring";

/** The alerts that concern this person: of their branches, and those of no branch. */
export const concerning = (actor: Actor): SQL | undefined =>
  and(
    eq(alerts.organisationId, actor.organisationId),
    actor.branches === "all" ? undefined : or(isNull(alerts.branchId), inArray(alerts.branchId, [...actor.branches])),
  );

/** Newest first. */
export async function alertViews(tx: Tx, where: SQL | undefined, limit: number): Promise<AlertView[]> {
  const rows = await tx
    .select({ alert: alerts, firstName: profiles.firstName })
    .from(alerts)
    .leftJoin(
      profiles,
      and(eq(profiles.organisationId, alerts.organisationId), eq(profiles.accountId, alerts.acknowledgedBy)),
    )
    .where(where)
    .orderBy(desc(alerts.openedAt), desc(alerts.id))
    .limit(limit);
  return rows.map(({ alert, firstName }) => toAlertView(alert, firstName));
}

export const ringsOf = async (tx: Tx, organisationId: Id, alertId: Id): Promise<AlertRing[]> => {
  const rows = await tx
    .select()
    .from(alertRings)
    .where(and(eq(alertRings.organisationId, organisationId), eq(alertRings.alertId, alertId)))
    .orderBy(alertRings.ring);
  return rows.map(({ ring, level, recipients, at }) => ({ ring, level, recipients, at: at.toISOString() }));
};

const toAlertView = (alert: AlertRow, firstName: string | null): AlertView => ({
  id: alert.id,
  kind: alert.kind,
  subjectId: alert.subjectId,
  branchId: alert.branchId,
  state: alert.state,
  level: alert.level,
  rings: alert.rings,
  openedAt: alert.openedAt.toISOString(),
  ringAgainAt: alert.ringAgainAt?.toISOString() ?? null,
  acknowledgedBy: alert.acknowledgedBy ? { accountId: alert.acknowledgedBy, firstName: firstName ?? "" } : null,
  acknowledgedAt: alert.acknowledgedAt?.toISOString() ?? null,
  resolvedAt: alert.resolvedAt?.toISOString() ?? null,
  details: alert.details,
});
