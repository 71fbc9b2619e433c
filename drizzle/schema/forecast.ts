import { sql } from "drizzle-orm";
import { check, doublePrecision, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { at, organisationId } from "./columns";
import { organisations, regions } from "./tenancy";

const regionId = () =>
  uuid("region_id")
    .notNull()
    .references(() => regions.id);
const ofOrganisation = () => organisationId().references(() => organisations.id);

/**
 * What was learnt of kitchens, streets and waiting: mean and spread of a logarithm, the recent weighing more. Derived:
 * `learn:rebuild` makes it anew from history.
 */
export const forecastStatistics = pgTable(
  "forecast_statistics",
  {
    organisationId: ofOrganisation(),
    regionId: regionId(),
    kind: text("kind").notNull(), // preparation, travel, waiting, pay
    subject: text("subject").notNull(), // city, a branch, an H3 cell with a vehicle
    hour: smallint("hour").notNull(), // local; -1: whatever the hour
    weight: doublePrecision("weight").notNull(),
    mean: doublePrecision("mean").notNull(),
    m2: doublePrecision("m2").notNull(), // weighted sum of squared distances from the mean
    asOf: at("as_of").notNull(), // the moment that the weights are seen from
  },
  (t) => [
    primaryKey({
      name: "forecast_statistics_key",
      columns: [t.organisationId, t.regionId, t.kind, t.subject, t.hour],
    }),
    check("forecast_statistics_sane", sql`weight >= 0 and m2 >= 0 and hour between -1 and 23`),
  ],
);

/** How far off forecasts were, in units of the spread that they claimed: fading histograms. Derived. */
export const forecastResiduals = pgTable(
  "forecast_residuals",
  {
    organisationId: ofOrganisation(),
    regionId: regionId(),
    kind: text("kind").notNull(), // preparation, or the stage of an ETA
    weights: doublePrecision("weights").array().notNull(),
    nudges: doublePrecision("nudges").array().notNull(),
    asOf: at("as_of").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.regionId, t.kind] })],
);

/** The regression of who accepts what: the fleet's weights, and one for every courier who has answered. Derived. */
export const acceptanceWeights = pgTable(
  "acceptance_weights",
  {
    organisationId: ofOrganisation(),
    regionId: regionId(),
    name: text("name").notNull(),
    mean: doublePrecision("mean").notNull(),
    precision: doublePrecision("precision").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.regionId, t.name] }),
    check("acceptance_weights_sane", sql`precision > 0`),
  ],
);

/** Up to where history has been learnt, so that nothing is learnt twice. */
export const forecastCursors = pgTable(
  "forecast_cursors",
  {
    organisationId: ofOrganisation(),
    regionId: regionId(),
    source: text("source").notNull(), // journeys, answers
    untilAt: at("until_at").notNull(),
    untilId: uuid("until_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.regionId, t.source] })],
);
