import { and, asc, isNull, lte, or } from "drizzle-orm";
import { sumUpDay } from "#api/modules/branches/sum-up-day";
import { branches } from "#drizzle/schema/index";
import type { Deadline } from "./deadline";

/** A branch whose day is over, or that was never looked at. */
export const daySummary: Deadline = {
  kind: "day-summary",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: branches.organisationId, subjectId: branches.id })
      .from(branches)
      .where(and(isNull(branches.archivedAt), or(isNull(branches.summaryAt), lte(branches.summaryAt, at))))
      .orderBy(asc(branches.summaryAt))
      .limit(limit),
  run: sumUpDay,
};
