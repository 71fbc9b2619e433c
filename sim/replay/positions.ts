import { setTimeout as pause } from "node:timers/promises";
import type { z } from "zod";
import type { HeardPosition, PositionsAnswer } from "#shared/contracts/position";
import { POSITIONS_MAX } from "#shared/contracts/position";
import type { Milliseconds } from "#shared/kernel/units";
import type { Play } from "./play";
import type { Rider } from "./rider";

/** As a phone shares its live location: often on the road, now and then at rest, and well before the house worries. */
const EVERY_S = { riding: 20, resting: 40 };
/** The bots collect what they hear and hand it on together. */
const TOGETHER = { businessS: 2, leastMs: 100, mostMs: 1_000 };

export type PositionFeed = { stop(): Promise<void>; refused(): number };

/** Tells the house where everybody is, as the courier bot does with the live locations that it hears. */
export function sharePositions({ house, time, random }: Play, riders: readonly Rider[]): PositionFeed {
  const ask = house.bot("courier");
  const dueS = new Map(riders.map((rider) => [rider, 0]));
  let stopped = false;
  let refused = 0;
  const due = (): HeardPosition[] => {
    const nowS = time.nowS();
    const positions: HeardPosition[] = [];
    for (const rider of riders) {
      const where = rider.isOnline() ? rider.where() : null;
      if (!where || nowS < dueS.get(rider)!) continue;
      const everyS = rider.doing() === "riding" ? EVERY_S.riding : EVERY_S.resting;
      dueS.set(rider, nowS + everyS * (0.8 + random() * 0.2));
      positions.push({ telegramId: rider.telegramId, atMs: Math.floor(time.nowMs()), ...where });
    }
    return positions;
  };
  const run = async () => {
    while (!stopped) {
      const positions = due();
      for (let from = 0; from < positions.length; from += POSITIONS_MAX) {
        const { body } = await ask("POST", "/positions", { positions: positions.slice(from, from + POSITIONS_MAX) });
        refused += (body as z.infer<typeof PositionsAnswer>).refused.length;
      }
      const waitMs: Milliseconds = time.realMs(TOGETHER.businessS);
      await pause(Math.min(TOGETHER.mostMs, Math.max(TOGETHER.leastMs, waitMs)));
    }
  };
  const running = run();
  return {
    refused: () => refused,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
