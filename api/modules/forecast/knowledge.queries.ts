import { and, eq } from "drizzle-orm";
import { ETA_STAGES, type Lessons, type ResidualKind } from "#api/domain/forecast/knowledge";
import { STATISTIC_KINDS, statisticKey } from "#api/domain/forecast/statistics";
import type { Tx } from "#api/platform/database";
import { acceptanceWeights, forecastResiduals, forecastStatistics } from "#drizzle/schema/index";
import type { Region } from "./region";

const RESIDUAL_KINDS: readonly ResidualKind[] = ["preparation", ...ETA_STAGES];

/** All that has been learnt of a region, as the caller's own copy. Rows of kinds that are no longer used are left out. */
export async function readLessons(tx: Tx, { organisationId, regionId }: Region): Promise<Lessons> {
  const [statistics, residuals, weights] = await Promise.all([
    tx
      .select()
      .from(forecastStatistics)
      .where(and(eq(forecastStatistics.organisationId, organisationId), eq(forecastStatistics.regionId, regionId))),
    tx
      .select()
      .from(forecastResiduals)
      .where(and(eq(forecastResiduals.organisationId, organisationId), eq(forecastResiduals.regionId, regionId))),
    tx
      .select()
      .from(acceptanceWeights)
      .where(and(eq(acceptanceWeights.organisationId, organisationId), eq(acceptanceWeights.regionId, regionId))),
  ]);
  return {
    statistics: new Map(
      statistics.flatMap(({ kind, subject, hour, weight, mean, m2, asOf }) => {
        const known = STATISTIC_KINDS.find((each) => each === kind);
        if (!known) return [];
        return [[statisticKey({ kind: known, subject, hour }), { weight, mean, m2, asOfMs: asOf.getTime() }] as const];
      }),
    ),
    residuals: new Map(
      residuals.flatMap(({ kind, weights, nudges, asOf }) => {
        const known = RESIDUAL_KINDS.find((each) => each === kind);
        return known ? [[known, { weights, nudges, asOfMs: asOf.getTime() }] as const] : [];
      }),
    ),
    acceptance: new Map(weights.map(({ name, mean, precision }) => [name, { mean, precision }])),
  };
}
