import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { shifts } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

/** A planned stretch may be begun this long before its time. */
const EARLY_MS = 2 * 3_600_000;

/**
 * Opens a stretch of work: the planned one whose time it is, else a new one. Does nothing while one is open; the
 * partial unique index holds against two taps at once, as the courier's row lock does.
 */
export async function openShift({ tx, actor, at }: Work, { newId }: Pick<Deps, "newId">, courierId: Id): Promise<void> {
  const { organisationId } = actor;
  const his = and(eq(shifts.organisationId, organisationId), eq(shifts.courierId, courierId));
  const [open] = await tx
    .select({ id: shifts.id })
    .from(shifts)
    .where(and(his, eq(shifts.state, "open")));
  if (open) return;
  const soon = new Date(at.getTime() + EARLY_MS).toISOString();
  const [planned] = await tx
    .select({ id: shifts.id })
    .from(shifts)
    .where(
      and(
        his,
        eq(shifts.state, "planned"),
        gte(shifts.endsAt, at),
        sql`${shifts.plannedStartAt} <= ${soon}::timestamptz`,
      ),
    )
    .orderBy(asc(shifts.plannedStartAt))
    .limit(1);
  if (planned)
    await tx
      .update(shifts)
      .set({ state: "open", startedAt: at })
      .where(and(his, eq(shifts.id, planned.id)));
  else
    await tx
      .insert(shifts)
      .values({ organisationId, id: newId(), courierId, state: "open", startedAt: at, breakSeconds: 0 });
}

export const beginBreak = (work: Work, courierId: Id) => changeOpen(work, courierId, { breakStartedAt: work.at });

export const endBreak = (work: Work, courierId: Id) =>
  changeOpen(work, courierId, { breakSeconds: breakSecondsAt(work.at), breakStartedAt: null });

export const endShift = (work: Work, courierId: Id) =>
  changeOpen(work, courierId, {
    state: "ended" as const,
    endedAt: work.at,
    breakSeconds: breakSecondsAt(work.at),
    breakStartedAt: null,
  });

const breakSecondsAt = (at: Date) =>
  sql`${shifts.breakSeconds} + coalesce(extract(epoch from ${at.toISOString()}::timestamptz - ${shifts.breakStartedAt}), 0)::int`;

const changeOpen = async ({ tx, actor }: Work, courierId: Id, change: Record<string, unknown>): Promise<void> => {
  await tx
    .update(shifts)
    .set(change)
    .where(
      and(eq(shifts.organisationId, actor.organisationId), eq(shifts.courierId, courierId), eq(shifts.state, "open")),
    );
};
