import { setTimeout as pause } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { Log } from "#bots/kit/log";
import { type HeardPosition, POSITIONS_MAX } from "#shared/contracts/position";
import type { Milliseconds } from "#shared/kernel/units";

/** What a shop's couriers move in this time travels in one request: a screen is told as seldom. */
const TELL_EVERY_MS: Milliseconds = 200;
/** Kept while the API is slow; of more the oldest are let go, because nobody asks any more where somebody was. */
const WAITING_MAX = 2 * POSITIONS_MAX;

export type PositionIntake = {
  /** Keeps what moved, and tells it later: nobody's tap waits for it. @returns the other updates */
  hear(batch: readonly Update[]): Update[];
  /** Resolves when all that was heard has been told, or is lost. */
  drained(): Promise<void>;
};

type Options = { tell: (positions: HeardPosition[]) => Promise<unknown>; log: Log; everyMs?: Milliseconds };

/**
 * Hands live locations on, one request after the other and each with all that came meanwhile. Without a record: what is
 * lost is overtaken in seconds.
 */
export function createPositionIntake({ tell, log, everyMs = TELL_EVERY_MS }: Options): PositionIntake {
  const waiting: HeardPosition[] = [];
  let telling: Promise<void> | null = null;
  let letGo = 0;

  const tellAll = async () => {
    while (waiting.length > 0) {
      const positions = waiting.splice(0, POSITIONS_MAX);
      const [told] = await Promise.allSettled([tell(positions), pause(everyMs)]);
      const lost = letGo + (told.status === "rejected" ? positions.length : 0);
      if (lost > 0)
        log.warn({ err: told.status === "rejected" ? told.reason : undefined, count: lost }, "positions were lost");
      letGo = 0;
    }
    telling = null;
  };

  return {
    hear(batch) {
      const others: Update[] = [];
      for (const update of batch) {
        const position = movedTo(update);
        if (position) waiting.push(position);
        else others.push(update);
      }
      if (waiting.length > WAITING_MAX) letGo += waiting.splice(0, waiting.length - WAITING_MAX).length;
      if (waiting.length > 0) telling ??= tellAll();
      return others;
    },
    drained: async () => {
      await telling;
    },
  };
}

/** A live location that moved. Its end comes as an edit without a period, and is for the bot to answer. */
function movedTo({ edited_message: message }: Update): HeardPosition | null {
  const { location, from, edit_date, date } = message ?? {};
  if (!location?.live_period || !from) return null;
  return {
    telegramId: from.id,
    atMs: (edit_date ?? date ?? 0) * 1_000,
    lat: location.latitude,
    lng: location.longitude,
    headingDegrees: location.heading ?? null,
    accuracyMetres: location.horizontal_accuracy ?? null,
    source: "live_location",
  };
}
