import type { Redis } from "ioredis";
import type { CourierMove } from "#shared/contracts/realtime";
import type { Id } from "#shared/kernel/ids";
import type { RedisKeys } from "./redis";

/** The newest positions of one organisation's couriers, as they travel to the sockets of every API process. */
export type PublishedMoves = { organisationId: Id; moves: CourierMove[] };

/** Tells the screens where couriers are: of each one only the newest, a few times a second, whatever the phones send. */
export type MoveFeed = {
  add(organisationId: Id, move: CourierMove): void;
  /** Tells what was added so far, without waiting for the next turn. */
  flush(): void;
  close(): void;
};

/** Adds at most this to what a board sees late; half a second is allowed in all. */
const TELL_EVERY_MS = 200;

/** Nothing is kept: while Redis is away nobody hears, and afterwards the next positions are the newest anyway. */
export function createMoveFeed(redis: Redis, keys: RedisKeys): MoveFeed {
  const newest = new Map<Id, Map<Id, CourierMove>>();
  const flush = () => {
    for (const [organisationId, couriers] of newest) {
      const published: PublishedMoves = { organisationId, moves: [...couriers.values()] };
      if (redis.status === "ready") redis.publish(keys.moves(), JSON.stringify(published)).catch(() => {});
    }
    newest.clear();
  };
  const timer = setInterval(flush, TELL_EVERY_MS);
  timer.unref();
  return {
    add(organisationId, move) {
      const couriers = newest.get(organisationId);
      if (couriers) couriers.set(move[0], move);
      else newest.set(organisationId, new Map([[move[0], move]]));
    },
    flush,
    close: () => clearInterval(timer),
  };
}
