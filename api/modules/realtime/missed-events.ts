import { and, arrayOverlaps, asc, eq, gte } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import type { PublishedEvent } from "#api/platform/outbox";
import { acrossOrganisations, type Work, withActor } from "#api/platform/with-actor";
import { events } from "#drizzle/schema/index";
import { EventBody, EventKind, type Topic } from "#shared/contracts/events";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";

/** Machine time that a client may have been away and still be told what it missed. */
export const RESUME_MS: Milliseconds = 3_600_000;
/** Commits can overtake each other by as much as a transaction may take, so a replay begins well before. */
const OVERLAP_MS: Milliseconds = 60_000;
/** More than this is loaded faster anew. */
const REPLAY_MAX = 2_000;

type EventRow = typeof events.$inferSelect;

/**
 * The events of these topics since the one that the client knows last, and some that it knows already.
 * @returns `null` when that was too long ago, or is too much
 */
export const missedEvents = (
  deps: Deps,
  { organisationId, topics, lastId }: { organisationId: Id; topics: readonly string[]; lastId: Id },
): Promise<PublishedEvent[] | null> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const last = await recordedAt(work, lastId);
    if (!last || deps.clock.realNow().getTime() - last.getTime() > RESUME_MS) return null;
    const rows = await work.tx
      .select()
      .from(events)
      .where(
        and(
          eq(events.organisationId, organisationId),
          gte(events.recordedAt, new Date(last.getTime() - OVERLAP_MS)),
          arrayOverlaps(events.topics, [...topics]),
        ),
      )
      .orderBy(asc(events.recordedAt), asc(events.id))
      .limit(REPLAY_MAX + 1);
    return rows.length > REPLAY_MAX ? null : rows.map(toPublished);
  });

async function recordedAt({ tx, actor }: Work, id: Id): Promise<Date | undefined> {
  const [row] = await tx
    .select({ recordedAt: events.recordedAt })
    .from(events)
    .where(and(eq(events.organisationId, actor.organisationId), eq(events.id, id)));
  return row?.recordedAt;
}

/** Everybody's events of the last moments: what a hint that was lost would have told. */
export const recentEvents = (deps: Deps, withinMs: Milliseconds): Promise<PublishedEvent[]> =>
  acrossOrganisations(deps, async (tx) => {
    const since = new Date(deps.clock.realNow().getTime() - withinMs);
    const rows = await tx
      .select()
      .from(events)
      .where(gte(events.recordedAt, since))
      .orderBy(asc(events.recordedAt))
      .limit(10_000);
    return rows.map(toPublished);
  });

const toPublished = ({ id, organisationId, kind, topics, body, at }: EventRow): PublishedEvent => ({
  id,
  organisationId,
  kind: EventKind.parse(kind),
  topics: topics as Topic[],
  body: EventBody.parse(body),
  at: at.toISOString(),
});
