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
  /** What people call it; null when it has no name. In English where it has one per language. */
  subjectName: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditList = z.object({ entries: z.array(AuditEntry) });
export type AuditList = z.infer<typeof AuditList>;

/**
 * Newest first. `before` is the `at` of the last one seen and `beforeId` its id, which parts changes of one moment.
 * Days are UTC moments of the asking screen.
 */
export const AuditQuery = z.object({
  subjectId: Id.optional(),
  subjectKind: z.string().max(40).optional(),
  accountId: Id.optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  before: z.iso.datetime().optional(),
  beforeId: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** By what the log can be narrowed: kinds of things and people that occur in it. */
export const AuditFilters = z.object({
  subjectKinds: z.array(z.string()),
  people: z.array(z.object({ accountId: Id, firstName: z.string() })),
});
export type AuditFilters = z.infer<typeof AuditFilters>;
