import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { auditLog, profiles } from "#drizzle/schema/index";
import type { AuditFilters, AuditList, AuditQuery } from "#shared/contracts/audit";
import { subjectNames } from "./subject-names";

/** What was changed in the organisation, newest first. @throws Refusal `auth.not_allowed` */
export const readAudit = (deps: Deps, actor: Person, query: AuditQuery): Promise<AuditList> => {
  mustMay(actor, "audit.see");
  return withActor(deps, actor, async (work) => {
    const rows = await work.tx
      .select({ entry: auditLog, firstName: profiles.firstName })
      .from(auditLog)
      .leftJoin(
        profiles,
        and(eq(profiles.organisationId, auditLog.organisationId), eq(profiles.accountId, auditLog.accountId)),
      )
      .where(and(eq(auditLog.organisationId, actor.organisationId), ...narrowed(query)))
      .orderBy(desc(auditLog.at), desc(auditLog.id))
      .limit(query.limit);
    const names = await subjectNames(
      work,
      rows.map(({ entry }) => entry),
    );
    const entries = rows.map(({ entry: { organisationId: _, at, ...entry }, firstName }) => ({
      ...entry,
      at: at.toISOString(),
      firstName,
      subjectName: names.get(entry.subjectId) ?? null,
    }));
    return { entries };
  });
};

const narrowed = ({
  subjectId,
  subjectKind,
  accountId,
  from,
  to,
  before,
  beforeId,
}: AuditQuery): (SQL | undefined)[] => [
  subjectId ? eq(auditLog.subjectId, subjectId) : undefined,
  subjectKind ? eq(auditLog.subjectKind, subjectKind) : undefined,
  accountId ? eq(auditLog.accountId, accountId) : undefined,
  from ? gte(auditLog.at, new Date(from)) : undefined,
  to ? lt(auditLog.at, new Date(to)) : undefined,
  before && !beforeId ? lt(auditLog.at, new Date(before)) : undefined,
  before && beforeId ? sql`(${auditLog.at}, ${auditLog.id}) < (${before}::timestamptz, ${beforeId}::uuid)` : undefined,
];

/** What the log can be narrowed by. Reads the ends of two indexes, not the log. @throws Refusal `auth.not_allowed` */
export const auditFilters = (deps: Deps, actor: Person): Promise<AuditFilters> => {
  mustMay(actor, "audit.see");
  return withActor(deps, actor, async ({ tx }) => {
    const { organisationId } = actor;
    // "Loose index scan" (wiki.postgresql.org/wiki/Loose_indexscan): one look per value, however long the log is.
    const kinds = await tx.execute<{ kind: string }>(sql`
      with recursive found as (
        (select subject_kind as kind from audit_log where organisation_id = ${organisationId}
          order by subject_kind limit 1)
        union all
        select (select subject_kind from audit_log where organisation_id = ${organisationId}
          and subject_kind > found.kind order by subject_kind limit 1)
        from found where found.kind is not null
      ) select kind from found where kind is not null`);
    const people = await tx.execute<{ accountId: string; firstName: string }>(sql`
      select distinct m.account_id as "accountId", p.first_name as "firstName"
      from memberships m
      join profiles p on p.organisation_id = m.organisation_id and p.account_id = m.account_id
      where m.organisation_id = ${organisationId} and m.role <> 'customer' and exists (
        select 1 from audit_log a where a.organisation_id = m.organisation_id and a.account_id = m.account_id)
      order by p.first_name, m.account_id`);
    return { subjectKinds: [...kinds].map(({ kind }) => kind), people: [...people] };
  });
};
