import { and, eq, gt, inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { alerts } from "#drizzle/schema/index";
import type { AlertKind } from "#shared/alert/alert";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";

/** Somebody said "I take it" and the trouble is still there: this long nobody is rung again, and then they are. */
export const ANSWERED_QUIET_MS: Milliseconds = 600_000;

/** Those of the subjects whose alert of this kind somebody has just taken. */
export async function answeredLately(
  { tx, actor, at }: Work,
  kind: AlertKind,
  subjectIds: readonly Id[],
): Promise<Set<Id>> {
  const rows = await tx
    .select({ id: alerts.subjectId })
    .from(alerts)
    .where(
      and(
        eq(alerts.organisationId, actor.organisationId),
        eq(alerts.kind, kind),
        inArray(alerts.subjectId, [...subjectIds]),
        gt(alerts.acknowledgedAt, new Date(at.getTime() - ANSWERED_QUIET_MS)),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
