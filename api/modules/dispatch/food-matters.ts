import { lte, type SQL, sql } from "drizzle-orm";
import { deliveries, orders } from "#drizzle/schema/index";
import type { Milliseconds } from "#shared/kernel/units";

/**
 * Food that is ready later than this after now is not dispatched yet: nobody rides that long to a counter, and whoever
 * was asked today about tomorrow's lunch has gone home by then.
 */
export const FOOD_AHEAD_MS: Milliseconds = 3_600_000;

/** Of deliveries joined with their orders. The order knows when its food was ready before its time. */
export const foodMatters = (at: Date): SQL =>
  lte(sql`coalesce(${orders.readyAt}, ${deliveries.readyAt})`, new Date(at.getTime() + FOOD_AHEAD_MS).toISOString());
