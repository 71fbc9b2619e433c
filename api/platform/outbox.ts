import { type EventBody, type EventKind, type Topic, topicsOf } from "#shared/contracts/events";
import { NOTIFICATION_KINDS, type Notification, subjectOf } from "#shared/contracts/notifications";
import type { Id } from "#shared/kernel/ids";
import type { Alarm } from "./alarms";
import { connectionOf } from "./database";
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
  const published = outbox.events.map((event) => ({
    ...event,
    id: deps.newId(),
    organisationId,
    topics: topicsOf(event.kind, organisationId, event.body),
    at: work.at.toISOString(),
  }));
  await Promise.all([
    published.length > 0 && insertEvents(work, published, deps.clock.realNow()),
    outbox.notifications.length > 0 && insertNotifications(deps, work, outbox.notifications),
  ]);
  return published;
}

/**
 * Every verb ends with these two, so they are written by hand: one parameter for all rows keeps the text the same for
 * any number of them, and each is parsed once per connection.
 */
const insertEvents = ({ tx, actor, at }: Work, rows: readonly PublishedEvent[], recordedAt: Date) =>
  connectionOf(tx)`
    insert into events (organisation_id, id, kind, topics, body, at, recorded_at)
    select ${actor.organisationId}, e.id, e.kind, e.topics, e.body, ${at.toISOString()}, ${recordedAt.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id uuid, kind text, topics text[], body jsonb)`;

const insertNotifications = (deps: Deps, { tx, actor, at }: Work, rows: readonly NewNotification[]) =>
  connectionOf(tx)`
    insert into notifications (organisation_id, id, bot_id, recipient_id, kind, subject_id, version, urgency, body,
      state, created_at, due_at, attempts)
    select ${actor.organisationId}, n.id, n.bot_id, n.recipient_id, n.kind, n.subject_id, n.version, n.urgency, n.body,
      'due', ${at.toISOString()}, n.due_at, 0
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => notificationRow(deps, at, row)))}::jsonb)
      as n(id uuid, bot_id uuid, recipient_id uuid, kind text, subject_id uuid, version integer, urgency smallint,
        body jsonb, due_at timestamptz)
    on conflict do nothing`;

const notificationRow = (deps: Deps, at: Date, { body, dueAt, recipientId, botId, version }: NewNotification) => ({
  id: deps.newId(),
  bot_id: botId,
  recipient_id: recipientId,
  kind: body.kind,
  subject_id: subjectOf(body),
  version,
  urgency: NOTIFICATION_KINDS[body.kind].urgency,
  body,
  due_at: (dueAt ?? at).toISOString(),
});

/**
 * Tells the listeners, after the commit. A hint: whoever misses it finds the rows by himself (bots poll twice a second,
 * sockets resume from their last event, the sweeper reads deadlines), so a Redis that is away delays and loses nothing.
 */
export async function announce(deps: Deps, outbox: Outbox, published: PublishedEvent[]): Promise<void> {
  const kinds = new Set(outbox.notifications.map(({ body }) => NOTIFICATION_KINDS[body.kind].bot));
  if (deps.redis.status === "ready" && kinds.size + published.length > 0) {
    const once = deps.redis.pipeline(); // one write for all of them
    for (const kind of kinds) once.publish(deps.keys.hints(kind), "");
    if (published.length > 0) once.publish(deps.keys.events(), JSON.stringify(published));
    once.exec().catch(() => missed(deps));
  }
  if (outbox.alarms.length > 0) await deps.alarms.set(outbox.alarms);
}

const missed = ({ log }: Deps) => log.debug("a hint was lost; its listeners will find the rows");
