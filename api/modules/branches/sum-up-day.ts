import { and, eq, sql } from "drizzle-orm";
import { instantAt, wallClockMs } from "#api/domain/hours/wall-clock";
import { chatsOfRoles } from "#api/modules/people/staff-chats";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, orders } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";

const DAY_MS: Milliseconds = 86_400_000;
/** After midnight on the branch's wall: by then what was ordered late has arrived. */
const SETTLING_MS: Milliseconds = 30 * 60_000;

/** When the next day that ends there is summed up. */
export function nextSummaryAt(at: Date, timezone: string): Date {
  const wallMs = wallClockMs(at, timezone);
  const next = Math.floor((wallMs - SETTLING_MS) / DAY_MS + 1) * DAY_MS + SETTLING_MS;
  return instantAt(next, timezone);
}

/** The calendar day that a summary of this moment is about. */
export const daySummedUpAt = (summaryAt: Date, timezone: string): string =>
  new Date(wallClockMs(summaryAt, timezone) - SETTLING_MS - 1).toISOString().slice(0, 10);

/**
 * The day of a branch is over: its managers and owners read how it went, and the next one is planned. A day without an
 * order is no news. Does nothing before its time; a branch that was never looked at is only planned.
 */
export const sumUpDay = (deps: Deps, { organisationId, subjectId: branchId }: { organisationId: Id; subjectId: Id }) =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const here = and(eq(branches.organisationId, organisationId), eq(branches.id, branchId));
    // Race: an alarm and the sweeper. The row lock lets one pass, and the other finds the next day planned.
    const [branch] = await work.tx.select().from(branches).where(here).for("no key update");
    if (!branch || branch.archivedAt || (branch.summaryAt && branch.summaryAt > work.at)) return;
    const { timezone, summaryAt } = branch;
    if (summaryAt) await tellManagers(work, { branchId, timezone, day: daySummedUpAt(summaryAt, timezone) });
    const next = nextSummaryAt(work.at, timezone);
    await work.tx.update(branches).set({ summaryAt: next }).where(here);
    work.wake({ kind: "day-summary", subjectId: branchId, at: next });
  });

type Day = { branchId: Id; day: string; timezone: string };

async function tellManagers(work: Work, { branchId, day, timezone }: Day): Promise<void> {
  const placed = await work.tx.$count(
    orders,
    and(
      eq(orders.organisationId, work.actor.organisationId),
      eq(orders.branchId, branchId),
      sql`(${orders.placedAt} at time zone ${timezone})::date = ${day}::date`,
    ),
  );
  if (placed === 0) return;
  const version = Date.parse(day) / DAY_MS; // one of each day, whoever comes twice
  for (const { recipientId, botId } of await chatsOfRoles(work, ["manager", "owner"], branchId))
    work.notify({ recipientId, botId, version, body: { kind: "day.summary", branchId, day } });
}
