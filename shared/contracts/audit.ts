import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { Doer } from "#shared/kernel/role";

/** Who changed what, from which value to which. `accountId` null: the house itself. */
export const AuditEntry = z.object({
  id: Id,
  at: z.iso.datetime(),
  action: z.string(),
  doneBy: Doer,
  accountId: Id.nullable(),
  firstName: z.string().nullable(),
  subjectKind: z.string(),
  subjectId: Id,
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditList = z.object({ entries: z.array(AuditEntry) });
export type AuditList = z.infer<typeof AuditList>;

/** Newest first; `before` is the `at` of the last one seen. */
export const AuditQuery = z.object({
  subjectId: Id.optional(),
  before: z.iso.datetime().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
