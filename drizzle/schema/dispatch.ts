import { boolean, index, jsonb, pgTable, primaryKey, real, uuid } from "drizzle-orm/pg-core";
import { at, id, organisationId } from "./columns";
import { organisations, regions } from "./tenancy";

/**
 * What a dispatch round knew, what it decided and what of that held: enough to say afterwards why, and to decide it
 * again. Purged after some days.
 */
export const dispatchRounds = pgTable(
  "dispatch_rounds",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    regionId: uuid("region_id")
      .notNull()
      .references(() => regions.id),
    at: at("at").notNull(),
    durationMs: real("duration_ms").notNull(), // machine time
    /** False of a follow-up, which looked only at what had just been turned down. */
    whole: boolean("whole").notNull(),
    /** The deliveries that it looked at: an order's rounds are found by them. */
    deliveryIds: uuid("delivery_ids").array().notNull(),
    /** Per policy that took part: its name, the snapshot without its forecast, and its decisions. */
    parts: jsonb("parts").$type<unknown>().notNull(),
    /** What the forecast was made of (`ForecastFacts`); null in old rounds, which knew the usual speeds only. */
    forecast: jsonb("forecast").$type<unknown>(),
    /** What became of the offers: by delivery, the trip that was proposed, or why it was not. */
    applied: jsonb("applied").$type<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("dispatch_rounds_by_region").on(t.organisationId, t.regionId, t.at),
    index("dispatch_rounds_by_delivery").using("gin", t.deliveryIds),
    index("dispatch_rounds_purge").on(t.at),
  ],
);
