import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createClock } from "#shared/kernel/clock";
import type { TelegramOptions } from "./start-telegram";

const Environment = z.object({
  /** The clock of the whole installation: dates and limits here follow it. */
  CLOCK_ORIGIN: z.iso.datetime({ offset: true }).optional(),
  CLOCK_REAL_ORIGIN: z.iso.datetime({ offset: true }).optional(),
  CLOCK_SPEED: z.coerce.number().positive().default(1),
  TELEGRAM_SIM_TOKEN: z.string().min(1).optional(),
});

/**
 * What the process is told: `--port`, `--data` (folder of the saved chats), `--limits off`, `--token`, and the clock of
 * the installation in the environment.
 * @throws ZodError for a clock that is none
 */
export function readOptions(args: string[], env: Record<string, string | undefined>): TelegramOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "8081" },
      data: { type: "string", default: join(".data", "telegram") },
      limits: { type: "string", default: "telegram" },
      token: { type: "string" },
    },
  });
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const { CLOCK_ORIGIN, CLOCK_REAL_ORIGIN, CLOCK_SPEED, TELEGRAM_SIM_TOKEN } = Environment.parse(given);
  // Both or neither, as everywhere in the installation.
  const originMs = CLOCK_ORIGIN ? Date.parse(CLOCK_ORIGIN) : 0;
  const realOriginMs = CLOCK_REAL_ORIGIN ? Date.parse(CLOCK_REAL_ORIGIN) : 0;
  return {
    port: Number(values.port),
    dataDirectory: values.data,
    limits: values.limits === "off" ? "off" : "telegram",
    token: values.token ?? TELEGRAM_SIM_TOKEN,
    clock: createClock(Date.now, { originMs, realOriginMs, speed: CLOCK_SPEED }),
  };
}
