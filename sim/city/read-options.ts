import { z } from "zod";
import type { ClockSettings } from "#shared/kernel/clock";

const Environment = z.object({
  LOCAL_TELEGRAM_URL: z.url(),
  /** Where the example business is, as the owner of its tables. */
  DATABASE_URL: z.url(),
  TELEGRAM_SIM_TOKEN: z.string().min(1),
  /** How many orders the customers of the city place in an hour of business time, all together. */
  CITY_ORDERS_PER_HOUR: z.coerce.number().positive().max(3_600).default(120),
  /** Of its health. */
  CITY_PORT: z.coerce.number().int().min(1).max(65_535),
  /** Another city: other tempers, other doors. */
  CITY_SEED: z.coerce.number().int().default(1),
  CLOCK_ORIGIN: z.iso.datetime({ offset: true }).optional(),
  CLOCK_REAL_ORIGIN: z.iso.datetime({ offset: true }).optional(),
  CLOCK_SPEED: z.coerce.number().positive().default(1),
});

/** What the process is told by its environment. @throws ZodError */
export function readOptions(env: Record<string, string | undefined>) {
  const given = Environment.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value)));
  const clock: ClockSettings = {
    originMs: given.CLOCK_ORIGIN ? Date.parse(given.CLOCK_ORIGIN) : 0,
    realOriginMs: given.CLOCK_REAL_ORIGIN ? Date.parse(given.CLOCK_REAL_ORIGIN) : 0,
    speed: given.CLOCK_SPEED,
  };
  return {
    telegram: { url: given.LOCAL_TELEGRAM_URL, token: given.TELEGRAM_SIM_TOKEN },
    databaseUrl: given.DATABASE_URL,
    ordersPerHour: given.CITY_ORDERS_PER_HOUR,
    seed: given.CITY_SEED,
    port: given.CITY_PORT,
    clock,
  };
}
