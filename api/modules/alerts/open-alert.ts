import { connectionOf } from "#api/platform/database";
import type { Work } from "#api/platform/with-actor";
import type { AlertKind } from "#shared/alert/alert";
import { firstRing } from "#shared/alert/alert-ladder";
import { USUAL_ALERTS } from "#shared/alert/alert-settings";
import type { Id } from "#shared/kernel/ids";
import { type AlertDeps, call } from "./ring";
import { hasReachable, type Listener, listenersOf, rungAt } from "./who-to-ring";

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
 * @param whom left out: read now. Who opens many alerts of one branch, or reads other things anyway, reads them before
 * @returns the new alert; `null` when it rang already
 */
export async function openAlert(
  work: Work,
  { newId }: AlertDeps,
  alert: NewAlert,
  whom?: readonly Listener[],
): Promise<Id | null> {
  const { kind, branchId } = alert;
  const listeners = whom ?? (await listenersOf(work, alert));
  const first = firstRing(hasReachable(listeners));
  const rung = rungAt(listeners, alert, first.level);
  const id = newId();
  const again = await insertAlert(work, id, alert, { ...first, recipients: rung.length });
  if (!again) return null;
  call(work, { id, kind, branchId, level: first.level, rings: 1 }, rung, again);
  return id;
}

type FirstRing = ReturnType<typeof firstRing> & { recipients: number };

/**
 * When it rings again, or `null` when it rang already. The alert and its first ring in one statement, by hand: every new order opens one.
 * Race: two callers see the same trouble. The partial unique index lets one in; the other waits for its commit.
 */
async function insertAlert(
  { tx, at, actor }: Work,
  id: Id,
  { kind, subjectId, branchId, details }: NewAlert,
  { level, ringsAtLevel, recipients }: FirstRing,
): Promise<Date | null> {
  const now = at.toISOString();
  const [opened] = await connectionOf(tx)<{ again: string }[]>`
    with opened as (
      insert into alerts (organisation_id, id, kind, subject_id, branch_id, state, level, rings, rings_at_level,
        opened_at, ring_again_at, details)
      values (${actor.organisationId}, ${id}, ${kind}, ${subjectId}, ${branchId}, 'ringing', ${level}, 1,
        ${ringsAtLevel}, ${now}, ${now}::timestamptz + make_interval(secs => coalesce(
          (select (b.alerts->>'ringEverySeconds')::int from branches b
            where b.organisation_id = ${actor.organisationId} and b.id = ${branchId}),
          ${USUAL_ALERTS.ringEverySeconds})), ${JSON.stringify(details ?? {})}::jsonb)
      on conflict (organisation_id, kind, subject_id) where state = 'ringing' do nothing
      returning organisation_id, id, rings, level, ring_again_at
    )
    insert into alert_rings (organisation_id, alert_id, ring, level, recipients, at)
    select organisation_id, id, rings, level, ${recipients}, ${now} from opened
    returning (select ring_again_at from opened) as again`;
  return opened ? new Date(opened.again) : null;
}
