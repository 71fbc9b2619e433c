import { z } from "zod";
import { AlertKind, AlertLevel, AlertState } from "#shared/alert/alert";
import { Id } from "#shared/kernel/ids";

const moment = z.iso.datetime();

/** An alert as the staff sees it. */
export const AlertView = z.object({
  id: Id,
  kind: AlertKind,
  /** The order, delivery or courier that it is about. */
  subjectId: Id,
  branchId: Id.nullable(),
  state: AlertState,
  level: AlertLevel,
  rings: z.int(),
  openedAt: moment,
  ringAgainAt: moment.nullable(),
  acknowledgedBy: z.object({ accountId: Id, firstName: z.string() }).nullable(),
  acknowledgedAt: moment.nullable(),
  resolvedAt: moment.nullable(),
  /** Facts as ids and figures, see whoever opened it. */
  details: z.record(z.string(), z.unknown()),
});
export type AlertView = z.infer<typeof AlertView>;

/** One ring: when, how far it had come, and how many people it went to. */
export const AlertRing = z.object({ ring: z.int(), level: AlertLevel, recipients: z.int(), at: moment });
export type AlertRing = z.infer<typeof AlertRing>;

export const AlertRef = z.object({ id: Id });
export const AlertList = z.object({ alerts: z.array(AlertView) });
export const AlertHistory = AlertView.extend({ ringsSoFar: z.array(AlertRing) });
export type AlertHistory = z.infer<typeof AlertHistory>;

/** Which alerts: those that ring, or the last ones whatever became of them. */
export const AlertQuery = z.object({
  state: z.enum(["ringing", "all"]).default("ringing"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AlertQuery = z.infer<typeof AlertQuery>;
