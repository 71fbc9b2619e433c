import type { orders } from "#drizzle/schema/index";

export type OrderRow = typeof orders.$inferSelect;
