import { eq } from "drizzle-orm";
import type { Said } from "#api/domain/forecast/cooking";
import { type ForecastFacts, type ForecastScope, forecastFacts } from "#api/domain/forecast/forecast-facts";
import { type ReadyQuantiles, readyQuantiles } from "#api/domain/forecast/ready-quantiles";
import type { RoadSeconds } from "#api/domain/forecast/road-seconds";
import type { Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { type branches, regions } from "#drizzle/schema/index";
import type { Milliseconds } from "#shared/kernel/units";
import { readKnowledge } from "./read-knowledge";
import type { Region } from "./region";

type Branch = Pick<typeof branches.$inferSelect, "id" | "preparationMinutes" | "timezone">;

/** What a dispatch round asks about the future of its region. */
export type RegionForecast = {
  /** What its forecast is made of; see `toForecast`. */
  facts(roads: RoadSeconds, scope: ForecastScope): ForecastFacts;
  /** When a dish that is not ready will be; `expectedMs` by the branch's own minutes, `said` by the kitchen's word. */
  ready(branch: Branch, at: { expectedMs: Milliseconds; said: Said | null; nowMs: Milliseconds }): ReadyQuantiles;
};

/** What has been learnt of a region, as a dispatch round wants it; defaults where nothing has been. */
export async function readForecast(deps: Pick<Deps, "db" | "clock">, tx: Tx, region: Region): Promise<RegionForecast> {
  const [knowledge, [place]] = await Promise.all([
    readKnowledge(deps, tx, region),
    tx.select({ timezone: regions.timezone }).from(regions).where(eq(regions.id, region.regionId)),
  ]);
  return {
    facts: (roads, scope) => forecastFacts(knowledge, place?.timezone ?? "UTC", roads, scope),
    ready: ({ id, preparationMinutes, timezone }, at) =>
      readyQuantiles(knowledge, { branchId: id, usualPreparationSeconds: preparationMinutes * 60, timezone }, at),
  };
}
