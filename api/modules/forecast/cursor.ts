import { and, eq } from "drizzle-orm";
import { TRANSACTION_LIMIT_MS, type Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { forecastCursors } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Region } from "./region";

/** The two histories that are learnt from: completed deliveries, and answers to offers. */
export const LESSON_SOURCES = ["journeys", "answers"] as const;
export type LessonSource = (typeof LESSON_SOURCES)[number];

/** The last row that was learnt, in the order of (moment, id). */
export type Cursor = { untilAt: Date; untilId: Id };

const BEGINNING: Cursor = { untilAt: new Date(0), untilId: "00000000-0000-0000-0000-000000000000" };

const cursorOf = ({ organisationId, regionId }: Region, source: LessonSource) =>
  and(
    eq(forecastCursors.organisationId, organisationId),
    eq(forecastCursors.regionId, regionId),
    eq(forecastCursors.source, source),
  );

/** Holds the region's lessons of this source for the transaction: two who learn at once would count twice. */
export async function lockCursor(tx: Tx, region: Region, source: LessonSource): Promise<Cursor> {
  await tx
    .insert(forecastCursors)
    .values({ ...region, source, ...BEGINNING })
    .onConflictDoNothing();
  const [cursor] = await tx.select().from(forecastCursors).where(cursorOf(region, source)).for("no key update");
  return cursor!;
}

export const moveCursor = (tx: Tx, region: Region, source: LessonSource, { untilAt, untilId }: Cursor) =>
  tx.update(forecastCursors).set({ untilAt, untilId }).where(cursorOf(region, source));

/**
 * Up to when history is complete: no transaction lives longer than its limit, so whatever bears an earlier time has been
 * committed, or never will be. Twice the limit, for clocks that are apart.
 */
export const completeUntil = ({ clock }: Pick<Deps, "clock">): Date =>
  new Date(clock.now().getTime() - 2 * TRANSACTION_LIMIT_MS * clock.speed);
