import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { auditLog } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

export type AuditEntry = {
  /** `noun.verb`, such as `member.suspend`. */
  action: string;
  subjectKind: string;
  subjectId: Id;
  /** What it was and what it became; never a secret. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Writes down who changed what, in the transaction of the change itself. */
export async function audit({ tx, at, actor }: Work, { newId }: Pick<Deps, "newId">, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({
    organisationId: actor.organisationId,
    id: newId(),
    accountId: actor.accountId,
    doneBy: actor.roles[0] ?? "system",
    at,
    ...entry,
  });
}
