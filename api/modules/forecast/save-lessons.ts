import { sql } from "drizzle-orm";
import type { Knowledge, Lessons } from "#api/domain/forecast/knowledge";
import { parseStatisticKey } from "#api/domain/forecast/statistics";
import type { Tx } from "#api/platform/database";
import { acceptanceWeights, forecastResiduals, forecastStatistics } from "#drizzle/schema/index";
import type { Region } from "./region";

/** Rows that one statement takes; Postgres knows 65,535 parameters. */
const ROWS_MAX = 1_000;

/** Saves what is new or different in `after`. Whoever calls holds the region's cursor, so nobody else writes here. */
export async function saveLessons(tx: Tx, region: Region, before: Knowledge, after: Lessons): Promise<void> {
  const statistics = changed(before.statistics, after.statistics).map(([key, { asOfMs, ...moments }]) => ({
    ...region,
    ...parseStatisticKey(key),
    ...moments,
    asOf: new Date(asOfMs),
  }));
  const residuals = changed(before.residuals, after.residuals).map(([kind, { weights, nudges, asOfMs }]) => ({
    ...region,
    kind,
    weights: [...weights],
    nudges: [...nudges],
    asOf: new Date(asOfMs),
  }));
  const weights = changed(before.acceptance, after.acceptance).map(([name, weight]) => ({
    ...region,
    name,
    ...weight,
  }));
  for (const rows of inParts(statistics)) await upsertStatistics(tx, rows);
  for (const rows of inParts(residuals)) await upsertResiduals(tx, rows);
  for (const rows of inParts(weights)) await upsertWeights(tx, rows);
}

const changed = <K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): [K, V][] =>
  [...after].filter(([key, value]) => before.get(key) !== value);

const inParts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_MAX) }, (_, i) => rows.slice(i * ROWS_MAX, (i + 1) * ROWS_MAX));

const upsertStatistics = (tx: Tx, rows: (typeof forecastStatistics.$inferInsert)[]) =>
  tx
    .insert(forecastStatistics)
    .values(rows)
    .onConflictDoUpdate({
      target: [
        forecastStatistics.organisationId,
        forecastStatistics.regionId,
        forecastStatistics.kind,
        forecastStatistics.subject,
        forecastStatistics.hour,
      ],
      set: {
        weight: sql`excluded.weight`,
        mean: sql`excluded.mean`,
        m2: sql`excluded.m2`,
        asOf: sql`excluded.as_of`,
      },
    });

const upsertResiduals = (tx: Tx, rows: (typeof forecastResiduals.$inferInsert)[]) =>
  tx
    .insert(forecastResiduals)
    .values(rows)
    .onConflictDoUpdate({
      target: [forecastResiduals.organisationId, forecastResiduals.regionId, forecastResiduals.kind],
      set: { weights: sql`excluded.weights`, nudges: sql`excluded.nudges`, asOf: sql`excluded.as_of` },
    });

const upsertWeights = (tx: Tx, rows: (typeof acceptanceWeights.$inferInsert)[]) =>
  tx
    .insert(acceptanceWeights)
    .values(rows)
    .onConflictDoUpdate({
      target: [acceptanceWeights.organisationId, acceptanceWeights.regionId, acceptanceWeights.name],
      set: { mean: sql`excluded.mean`, precision: sql`excluded.precision` },
    });
