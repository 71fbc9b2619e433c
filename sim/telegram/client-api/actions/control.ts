import { z } from "zod";
import { Fault } from "../../bot-api/faults";
import { TELEGRAM_LIMITS } from "../../bot-api/limits";
import { action } from "../action";

const Limits = z.union([
  z.enum(["telegram", "off"]),
  z.object({
    perChatPerS: z.number().positive(),
    chatBurst: z.number().positive(),
    perGroupPerMinute: z.number().positive(),
    perBotPerS: z.number().positive(),
  }),
]);

export const control = {
  /** Replace what goes wrong from now on; an empty list is fair weather. */
  setFaults: action(
    z.object({ faults: z.array(Fault), seed: z.int().default(1) }),
    ({ api }, { faults, seed }): true => {
      api.faults.set(faults, seed);
      return true;
    },
  ),
  setLimits: action(z.object({ limits: Limits }), ({ api }, { limits }): true => {
    api.limiter.set(limits === "telegram" ? TELEGRAM_LIMITS : limits);
    return true;
  }),
  /** What the bots have not fetched and confirmed yet. */
  pendingUpdates: action(
    z.object({ bot: z.number() }),
    ({ world }, { bot }): number => world.state.bots.get(bot)?.updates.length ?? 0,
  ),
};
