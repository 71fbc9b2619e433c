import { and, desc, eq, lt } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { auditLog, profiles } from "#drizzle/schema/index";
import type { AuditList, AuditQuery } from "#shared/contracts/audit";

/** What was changed in the organisation, newest first. @throws Refusal `auth.not_allowed` */
export const readAudit = (deps: Deps, actor: Person, { subjectId, before, limit }: AuditQuery): Promise<AuditList> => {
  mustMay(actor, "audit.see");
  return withActor(deps, actor, async ({ tx }) => {
    const rows = await tx
      .select({ entry: auditLog, firstName: profiles.firstName })
      .from(auditLog)
      .leftJoin(
        profiles,
        and(eq(profiles.organisationId, auditLog.organisationId), eq(profiles.accountId, auditLog.accountId)),
      )
      .where(
        and(
          eq(auditLog.organisationId, actor.organisationId),
          subjectId ? eq(auditLog.subjectId, subjectId) : undefined,
          before ? lt(auditLog.at, new Date(before)) : undefined,
        ),
      )
      .orderBy(desc(auditLog.at), desc(auditLog.id))
      .limit(limit);
    const entries = rows.map(({ entry: { organisationId: _, at, ...entry }, firstName }) => ({
      ...entry,
      at: at.toISOString(),
      firstName,
    }));
    return { entries };
  });
};
