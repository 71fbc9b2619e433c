import type { offers } from "#drizzle/schema/index";

export type OfferRow = typeof offers.$inferSelect;
