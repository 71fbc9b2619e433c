import { events, notifications } from "#drizzle/schema/index";
import { type EventBody, type EventKind, type Topic, topicsOf } from "#shared/contracts/events";
import { NOTIFICATION_KINDS, type Notification, subjectOf } from "#shared/contracts/notifications";
import type { Id } from "#shared/kernel/ids";
import type { Alarm } from "./alarms";
import type { Deps } from "./deps";
import type { Work } from "./with-actor";

/** Something changed: ids only, screens ask for the rest with their own rights. Its topics follow from its ids. */
export type NewEvent = { kind: EventKind; body: EventBody };

/** Somebody must hear of it. The same (subject, recipient, bot, kind, version) twice is the same row. */
export type NewNotification = {
  recipientId: Id;
  botId: Id;
  version: number;
  body: Notification;
  dueAt?: Date; // at once
};

export type Outbox = { events: NewEvent[]; notifications: NewNotification[]; alarms: Alarm[] };

/** An event as it travels to the sockets of every API process. */
export type PublishedEvent = NewEvent & { id: Id; organisationId: Id; topics: Topic[]; at: string };

/** Saves what the verb collected, in its own transaction. The events get their ids here. */
export async function saveOutbox(deps: Deps, work: Work, outbox: Outbox): Promise<PublishedEvent[]> {
  const { organisationId } = work.actor;
  const recordedAt = deps.clock.realNow();
  const published = outbox.events.map((event) => ({
    ...event,
    id: deps.newId(),
    organisationId,
    topics: topicsOf(event.kind, organisationId, event.body),
    at: work.at.toISOString(),
  }));
  await Promise.all([
    published.length > 0 &&
      work.tx.insert(events).values(published.map((event) => ({ ...event, at: work.at, recordedAt }))),
    outbox.notifications.length > 0 &&
      work.tx
        .insert(notifications)
        .values(outbox.notifications.map((notification) => notificationRow(deps, work, notification)))
        .onConflictDoNothing(),
  ]);
  return published;
}

const notificationRow = (deps: Deps, { actor, at }: Work, { body, dueAt, ...rest }: NewNotification) => ({
  ...rest,
  organisationId: actor.organisationId,
  id: deps.newId(),
  kind: body.kind,
  subjectId: subjectOf(body),
  body,
  urgency: NOTIFICATION_KINDS[body.kind].urgency,
  state: "due" as const,
  createdAt: at,
  dueAt: dueAt ?? at,
  attempts: 0,
});

/**
 * Tells the listeners, after the commit. A hint: whoever misses it finds the rows by himself (bots poll twice a second,
 * sockets resume from their last event, the sweeper reads deadlines), so a Redis that is away delays and loses nothing.
 */
export async function announce(deps: Deps, outbox: Outbox, published: PublishedEvent[]): Promise<void> {
  const kinds = new Set(outbox.notifications.map(({ body }) => NOTIFICATION_KINDS[body.kind].bot));
  if (deps.redis.status === "ready") {
    for (const kind of kinds) deps.redis.publish(deps.keys.hints(kind), "").catch(() => missed(deps));
    if (published.length > 0)
      deps.redis.publish(deps.keys.events(), JSON.stringify(published)).catch(() => missed(deps));
  }
  if (outbox.alarms.length > 0) await deps.alarms.set(outbox.alarms);
}

const missed = ({ log }: Deps) => log.debug("a hint was lost; its listeners will find the rows");
