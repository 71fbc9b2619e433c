import { setTimeout as pause } from "node:timers/promises";
import type { HeardPosition } from "#shared/contracts/position";
import { POSITIONS_MAX } from "#shared/contracts/position";
import type { Milliseconds } from "#shared/kernel/units";
import type { Play } from "./play";
import type { Rider } from "./rider";

/** As a phone shares its live location: often on the road, now and then at rest, and well before the house worries. */
const EVERY_S = { riding: 20, resting: 40 };
/** The bots collect what they hear and hand it on together. */
const TOGETHER = { businessS: 2, leastMs: 100, mostMs: 1_000 };

export type PositionFeed = { stop(): Promise<void> };

/** Says where several couriers are, at once. */
export type ShareSpots = (spots: readonly HeardPosition[]) => Promise<void>;

/** As the courier bot hands on the live locations that it hears. */
export const spotsByApi =
  ({ house }: Pick<Play, "house">): ShareSpots =>
  async (spots) => {
    const ask = house.bot("courier");
    for (let from = 0; from < spots.length; from += POSITIONS_MAX)
      await ask("POST", "/positions", { positions: spots.slice(from, from + POSITIONS_MAX) });
  };

/** Shows where everybody is who works, as often as phones do. */
export function sharePositions({ time, random }: Play, riders: readonly Rider[], share: ShareSpots): PositionFeed {
  const dueS = new Map(riders.map((rider) => [rider, 0]));
  let stopped = false;
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
      await share(due());
      const waitMs: Milliseconds = time.realMs(TOGETHER.businessS);
      await pause(Math.min(TOGETHER.mostMs, Math.max(TOGETHER.leastMs, waitMs)));
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
