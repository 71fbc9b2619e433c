import type { Id } from "#shared/kernel/ids";

/** Deadlines that are rows; an alarm only makes somebody look at the row in time. One job file each in `api/jobs`. */
export const ALARM_KINDS = [
  "offer-expiry",
  "invoice-expiry",
  "order-release",
  "alert-ring",
  "courier-silence",
  "dispatch",
  "order-unconfirmed",
  "order-late",
  "day-summary",
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** What an alarm points to. `subjectId` is the row; `region` for those that concern a region as a whole. */
export type Alarm = { kind: AlarmKind; organisationId: Id; subjectId: Id; at: Date };

/** Losing an alarm costs seconds, never a deadline: the sweeper reads the rows. */
export type Alarms = {
  /** Never rejects: a Redis that is away is the sweeper's business. */
  set(alarms: readonly Alarm[]): Promise<void>;
  close(): Promise<void>;
};
