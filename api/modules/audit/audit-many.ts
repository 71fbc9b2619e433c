import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import type { AuditEntry } from "./audit";

/** As `audit`, for a change of many things at once: one statement, however many there are. */
export async function auditMany(
  { tx, at, actor }: Work,
  { newId }: Pick<Deps, "newId">,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ id: newId(), ...entry }));
  await connectionOf(tx)`
    insert into audit_log (organisation_id, id, account_id, done_by, action, subject_kind, subject_id, before, after, at)
    select ${actor.organisationId}, e.id, ${actor.accountId}, ${actor.roles[0] ?? "system"}::doer, e.action,
      e."subjectKind", e."subjectId", e.before, e.after, ${at.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(id uuid, action text, "subjectKind" text, "subjectId" uuid, before jsonb, after jsonb)`;
}
