import type { PublishedMoves } from "#api/platform/move-feed";
import type { PublishedEvent } from "#api/platform/outbox";
import { type EventFrame, topic } from "#shared/contracts/events";
import type { CourierMove } from "#shared/contracts/realtime";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import type { Connection } from "./connection";

/** How long an id is remembered: longer than an event can come by both of its ways. */
const REMEMBER_MS: Milliseconds = 120_000;

export type Hub = {
  readonly connections: ReadonlySet<Connection>;
  add(connection: Connection): void;
  remove(connection: Connection): void;
  /** From now on the connection hears these; rights were checked. */
  subscribe(connection: Connection, topics: readonly string[]): void;
  unsubscribe(connection: Connection, topics: readonly string[]): void;
  /** Hands each event once to everybody who listens where it is heard. */
  deliver(events: readonly PublishedEvent[], realNowMs: Milliseconds): void;
  /** Everybody's new place to the board, a courier's own to whoever follows them. */
  deliverMoves(published: PublishedMoves, realNowMs: Milliseconds): void;
};

/** Who of this process's connections listens where. */
export function createHub(): Hub {
  const connections = new Set<Connection>();
  const listening = new Map<string, Set<Connection>>();
  const heardAtMs = new Map<string, Milliseconds>();

  const unsubscribe = (connection: Connection, topics: readonly string[]) => {
    for (const topic of topics) {
      connection.topics.delete(topic);
      const there = listening.get(topic);
      there?.delete(connection);
      if (there?.size === 0) listening.delete(topic);
    }
  };
  const isNew = (id: string, nowMs: Milliseconds) => {
    if (heardAtMs.has(id)) return false;
    heardAtMs.set(id, nowMs);
    for (const [old, atMs] of heardAtMs) {
      if (nowMs - atMs < REMEMBER_MS) break; // in the order in which they came
      heardAtMs.delete(old);
    }
    return true;
  };

  return {
    connections,
    add: (connection) => void connections.add(connection),
    remove(connection) {
      unsubscribe(connection, [...connection.topics]);
      connections.delete(connection);
    },
    subscribe(connection, topics) {
      for (const topic of topics) {
        connection.topics.add(topic);
        const there = listening.get(topic) ?? new Set();
        listening.set(topic, there.add(connection));
      }
    },
    unsubscribe,
    deliver(events, realNowMs) {
      for (const event of events) {
        if (!isNew(event.id, realNowMs)) continue;
        const hearers = new Set(event.topics.flatMap((topic) => [...(listening.get(topic) ?? [])]));
        for (const connection of hearers) tell(connection, event, realNowMs);
      }
    },
    deliverMoves({ organisationId, moves }, realNowMs) {
      for (const connection of listening.get(topic("board", organisationId)) ?? [])
        tellMoves(connection, organisationId, moves, realNowMs);
      for (const move of moves)
        for (const connection of listening.get(topic("courier", move[0])) ?? [])
          if (!connection.topics.has(topic("board", organisationId)))
            tellMoves(connection, organisationId, [move], realNowMs);
    },
  };
}

/** A token that ran out hears nothing more, even before the next look at all connections. */
function tell(connection: Connection, event: PublishedEvent, realNowMs: Milliseconds): void {
  const { listener } = connection;
  if (!listener) return;
  if (listener.expiresAtMs <= realNowMs) connection.close("signedOut");
  else if (concerns(connection, event)) connection.send({ is: "event", event: frameOf(event) });
}

/** Rights were checked when it subscribed; the organisation once more, since this is where people are. */
function tellMoves(
  connection: Connection,
  organisationId: Id,
  positions: CourierMove[],
  realNowMs: Milliseconds,
): void {
  const { listener } = connection;
  if (listener?.person.organisationId !== organisationId) return;
  if (listener.expiresAtMs <= realNowMs) connection.close("signedOut");
  else connection.send({ is: "positions", positions });
}

export const frameOf = ({ id, kind, at, body }: PublishedEvent): EventFrame => ({ id, kind, at, body });

/**
 * Whether a connection shall hear an event of its topics. The board is the whole organisation's: through it alone, who
 * answers for some branches hears of those and of what has none.
 */
export function concerns({ topics, listener }: Connection, event: PublishedEvent): boolean {
  if (listener?.person.organisationId !== event.organisationId) return false;
  const { branches } = listener.person;
  const { branchId } = event.body;
  if (branches === "all" || typeof branchId !== "string" || branches.includes(branchId)) return true;
  return event.topics.some((topic) => !topic.startsWith("board:") && topics.has(topic));
}
