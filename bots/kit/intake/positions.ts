import type { Update } from "grammy/types";
import type { z } from "zod";
import { type Api, ask } from "#bots/kit/api";
import type { Log } from "#bots/kit/log";
import type { HeardPosition } from "#shared/contracts/position";

type Heard = z.infer<typeof HeardPosition>;

/** A live location that moved. Its end comes as an edit without a period, and is for the bot to answer. */
export function movedTo({ edited_message: message }: Update): Heard | null {
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

/** Hands the positions of a batch on in one request, without a record: what is lost is overtaken in seconds. */
export async function hearPositions(api: Api, log: Log, batch: readonly Update[]): Promise<Update[]> {
  const moved = batch.map((update) => movedTo(update));
  const positions = moved.filter((each) => each !== null);
  if (positions.length > 0)
    await ask(api.positions.post({ positions })).catch((error: unknown) =>
      log.warn({ err: error, count: positions.length }, "positions were lost"),
    );
  return batch.filter((_, index) => moved[index] === null);
}
