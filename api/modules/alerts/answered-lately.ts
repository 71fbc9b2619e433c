import { and, eq, gt, inArray, notExists, type SQL } from "drizzle-orm";
import type { AlarmKind } from "#api/platform/alarms";
import type { Tx } from "#api/platform/database";
import type { Work } from "#api/platform/with-actor";
import { alerts, type orders } from "#drizzle/schema/index";
import type { AlertKind } from "#shared/alert/alert";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";

/** Somebody said "I take it" and the trouble is still there: this long nobody is rung again, and then they are. */
const ANSWERED_QUIET_MS: Milliseconds = 600_000;

/** Until then an answer counts. */
const quietSince = (at: Date): Date => new Date(at.getTime() - ANSWERED_QUIET_MS);

/** Who looks whether the trouble is still there when an answer has grown old. The rest is looked at all the time. */
const LOOKS_AGAIN: Readonly<Partial<Record<AlertKind, AlarmKind>>> = {
  order_unconfirmed: "order-unconfirmed",
  order_late: "order-late",
};

/** To be called when somebody took an alert: an answer is no cure. The deadline is the row of the alert itself. */
export function lookAgainLater(work: Work, { kind, subjectId }: { kind: AlertKind; subjectId: Id }): void {
  const looks = LOOKS_AGAIN[kind];
  if (looks) work.wake({ kind: looks, subjectId, at: new Date(work.at.getTime() + ANSWERED_QUIET_MS) });
}

/** For deadlines: neither rings an alert of this kind for the order, nor has somebody just taken one. */
export function nobodySeesTo(tx: Tx, kind: AlertKind, order: typeof orders, at: Date): SQL | undefined {
  const ofIt = and(
    eq(alerts.organisationId, order.organisationId),
    eq(alerts.kind, kind),
    eq(alerts.subjectId, order.id),
  );
  const some = (which: SQL | undefined) => tx.select({ id: alerts.id }).from(alerts).where(and(ofIt, which));
  return and(
    notExists(some(eq(alerts.state, "ringing"))),
    notExists(some(and(eq(alerts.state, "acknowledged"), gt(alerts.acknowledgedAt, quietSince(at))))),
  );
}

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
        eq(alerts.state, "acknowledged"),
        gt(alerts.acknowledgedAt, quietSince(at)),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
