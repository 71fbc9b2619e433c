import type { Lessons } from "#api/domain/forecast/knowledge";
import { learnJourney } from "#api/domain/forecast/learn-journey";
import { learnOffer } from "#api/domain/forecast/learn-offer";
import { wallClockMs } from "#api/domain/hours/wall-clock";
import { systemActor } from "#api/platform/actor";
import type { Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { answersAfter } from "./answers.queries";
import { type Cursor, completeUntil, type LessonSource, lockCursor, moveCursor } from "./cursor";
import { deliveredAfter, journeyParts, journeyRows } from "./journeys.queries";
import { readLessons } from "./knowledge.queries";
import { readLoads } from "./load.queries";
import { dropKnowledge } from "./read-knowledge";
import type { Region } from "./region";
import { saveLessons } from "./save-lessons";
import { toJourneys } from "./to-journeys";

/** Rows learnt in one transaction, well within its time. */
const BATCH = 200;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Learns what a region has completed since the last time, each row once and in the order of its end: the cursor moves in
 * the transaction that saves the lessons, and is held meanwhile. Any number of workers may call it.
 * @returns how many rows were learnt; less than `BATCH` means that history is exhausted
 */
export const learnRegion = (deps: Deps, region: Region, source: LessonSource, limit = BATCH): Promise<number> =>
  withActor(deps, systemActor(region.organisationId), async ({ tx, afterCommit }) => {
    const cursor = await lockCursor(tx, region, source);
    const before = await readLessons(tx, region);
    const after: Lessons = {
      statistics: new Map(before.statistics),
      residuals: new Map(before.residuals),
      acceptance: new Map(before.acceptance),
    };
    const batch = { tx, region, cursor, lessons: after, until: completeUntil(deps), limit };
    const { count, last } = await TAKE[source](batch);
    if (!last) return 0;
    await saveLessons(tx, region, before, after);
    await moveCursor(tx, region, source, last);
    afterCommit(() => dropKnowledge(deps, region));
    return count;
  });

type Batch = { tx: Tx; region: Region; cursor: Cursor; lessons: Lessons; until: Date; limit: number };
type Taken = { count: number; last: Cursor | null };

const TAKE: Record<LessonSource, (batch: Batch) => Promise<Taken>> = {
  journeys: async ({ tx, region, cursor, lessons, until, limit }) => {
    const all = journeyRows(tx, region.organisationId, deliveredAfter(region, cursor, until));
    const rows = await all.limit(limit);
    if (rows.length === 0) return { count: 0, last: null };
    const placedMs = rows.map(({ order }) => order.placedAt.getTime());
    const span = { fromMs: Math.min(...placedMs), untilMs: Math.max(...placedMs) };
    const [parts, loadOf] = await Promise.all([
      journeyParts(tx, region.organisationId, rows),
      readLoads(tx, region, span),
    ]);
    for (const journey of toJourneys(rows, parts, loadOf)) learnJourney(lessons, journey);
    const { delivery } = rows.at(-1)!;
    return { count: rows.length, last: { untilAt: delivery.closedAt!, untilId: delivery.id } };
  },

  answers: async ({ tx, region, cursor, lessons, until, limit }) => {
    const rows = await answersAfter(tx, region, cursor, { until, limit });
    for (const { courierId, pickupMetres, payMinor, status, offeredAt, decidedAt, timezone } of rows) {
      const hour = (wallClockMs(offeredAt, timezone) % DAY_MS) / HOUR_MS;
      const answer = { accepted: status === "accepted", atMs: decidedAt!.getTime() };
      learnOffer(lessons, { courierId, pickupMetres, payMinor, hour }, answer);
    }
    const last = rows.at(-1);
    return { count: rows.length, last: last ? { untilAt: last.decidedAt!, untilId: last.id } : null };
  },
};
