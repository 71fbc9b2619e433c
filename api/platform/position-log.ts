import type { Sql } from "postgres";
import { POSITION_NAG_MS } from "#shared/courier/position-age";
import type { Clock } from "#shared/kernel/clock";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import type { Log } from "./log";
import { saveHistory, saveLastPositions } from "./position-rows";
import { createPositionText, type PositionBatch } from "./position-text";

/** A position that was accepted. */
export type LoggedPosition = {
  organisationId: Id;
  courierId: Id;
  atMs: Milliseconds;
  lat: number;
  lng: number;
  accuracyMetres: number | null;
  headingDegrees: number | null;
};

/** Where accepted positions go after the answer: thousands a second, so they are written in bulk behind it. */
export type PositionLog = {
  add(position: LoggedPosition): void;
  /** Resolves at once while there is room; else when some was written. To be awaited before more is taken in. */
  room(): Promise<void>;
  /** Writes down everything that was added so far. */
  flush(): Promise<void>;
  close(): Promise<void>;
};

const FLUSH_EVERY_MS = 200;
/** Positions that may wait for Postgres: half a minute of 10,000 a second, some 60 MB. */
const WAITING_MAX = 300_000;
/** From here on whoever brings more has to wait. */
const ROOM_FOR = 60_000;
/** Rows that one flush refreshes: a whole city that comes online at once is spread over seconds. */
const REFRESH_AT_ONCE = 600;
/** How often the row of a courier learns where he is, in real time: it is mostly what an emptied Redis is refilled from. */
const REFRESH_EVERY_MS = 15_000;
/**
 * … but always well before the row's deadline of silence, in business time: where that runs fast every courier on the
 * road would otherwise be looked after once a minute, in a transaction of his own.
 */
const REFRESH_BEFORE_MS: Milliseconds = POSITION_NAG_MS / 3;
/**
 * Whoever comes after a pause as long as this, in business time, is not kept waiting for that: he may have been reminded
 * and be out of dispatch, and the row brings him back. Half the time to a reminder, because the position before was on
 * its way for a while. Only where business time runs fast can such a pause be shorter than the interval above.
 */
const PAUSE_MS: Milliseconds = POSITION_NAG_MS / 2;

/**
 * A write-behind log. What is lost when a process is killed is a fifth of a second of history, and of nothing else:
 * the newest position of everybody is in Redis by then.
 */
export function createPositionLog(sql: Sql, clock: Clock, log: Log): PositionLog {
  const text = createPositionText();
  const unwritten: PositionBatch[] = [];
  let writing: Promise<void> = Promise.resolve();
  /** What the rows have not learned yet: kept until it is due, because it may be the last that is heard for long. */
  const newest = new Map<Id, LoggedPosition>();
  const refreshedMs = new Map<Id, number>();
  const heardMs = new Map<Id, number>();
  const days = new Set<number>();

  const write = async () => {
    if (text.rows > 0) unwritten.push(text.take());
    await Promise.all([writeHistory(), refresh(takeDue())]);
  };
  const writeHistory = async () => {
    while (unwritten.length > 0) {
      const batch = unwritten[0]!;
      try {
        await saveHistory(sql, batch, days);
        unwritten.shift();
        text.giveBack(batch);
      } catch (error) {
        log.warn({ err: error, positions: batch.rows }, "positions were not written; they are kept for a while");
        if (rowsOf(unwritten) > WAITING_MAX) unwritten.shift();
        return;
      }
    }
  };
  const refresh = (due: LoggedPosition[]) =>
    saveLastPositions(sql, due, POSITION_NAG_MS).catch((error) =>
      log.warn({ err: error, couriers: due.length }, "last positions were not refreshed; the next ones will be"),
    );
  const flush = () => {
    writing = writing.then(write);
    return writing;
  };
  const everyMs = Math.min(REFRESH_EVERY_MS, clock.realMs(REFRESH_BEFORE_MS));
  const isDue = (courierId: Id, nowMs: number) => nowMs - (refreshedMs.get(courierId) ?? 0) >= everyMs;
  const comesAfterPause = (courierId: Id) => {
    const nowMs = clock.now().getTime();
    const pauseMs = nowMs - (heardMs.get(courierId) ?? nowMs);
    heardMs.set(courierId, nowMs);
    return pauseMs >= PAUSE_MS;
  };
  const takeDue = (): LoggedPosition[] => {
    const nowMs = clock.realNow().getTime();
    const due = [
      ...newest
        .values()
        .filter(({ courierId }) => isDue(courierId, nowMs))
        .take(REFRESH_AT_ONCE),
    ];
    for (const { courierId } of due) {
      refreshedMs.set(courierId, nowMs);
      newest.delete(courierId);
    }
    return due;
  };
  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS);
  timer.unref();

  return {
    add(position) {
      text.add(position);
      if (comesAfterPause(position.courierId)) refreshedMs.delete(position.courierId);
      newest.set(position.courierId, position);
    },
    room: async () => {
      if (text.rows + rowsOf(unwritten) > ROOM_FOR) await flush();
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

const rowsOf = (batches: readonly PositionBatch[]): number => batches.reduce((sum, { rows }) => sum + rows, 0);
