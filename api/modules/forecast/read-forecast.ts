import { eq } from "drizzle-orm";
import type { Forecast } from "#api/domain/dispatch/dispatch-policy";
import { type ReadyQuantiles, readyQuantiles } from "#api/domain/forecast/ready-quantiles";
import { type RoadSeconds, toForecast } from "#api/domain/forecast/to-forecast";
import type { Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { type branches, regions } from "#drizzle/schema/index";
import type { Milliseconds } from "#shared/kernel/units";
import { readKnowledge } from "./read-knowledge";
import type { Region } from "./region";

type Branch = Pick<typeof branches.$inferSelect, "id" | "preparationMinutes" | "timezone">;

/** What a dispatch round asks about the future of its region. */
export type RegionForecast = {
  forecast: Forecast;
  /** When a dish that is not ready will be; `expectedMs` by the branch's own minutes, or by the kitchen's word. */
  ready(branch: Branch, at: { expectedMs: Milliseconds; nowMs: Milliseconds }): ReadyQuantiles;
};

/**
 * What has been learnt of a region, as a dispatch round wants it; defaults where nothing has been.
 *
 * @param roads seconds by road for the pairs that were asked of a router before
 */
export async function readForecast(
  deps: Pick<Deps, "db" | "clock">,
  tx: Tx,
  region: Region,
  roads?: RoadSeconds,
): Promise<RegionForecast> {
  const [knowledge, [place]] = await Promise.all([
    readKnowledge(deps, tx, region),
    tx.select({ timezone: regions.timezone }).from(regions).where(eq(regions.id, region.regionId)),
  ]);
  return {
    forecast: toForecast(knowledge, place?.timezone ?? "UTC", roads),
    ready: ({ id, preparationMinutes, timezone }, at) =>
      readyQuantiles(knowledge, { branchId: id, usualPreparationSeconds: preparationMinutes * 60, timezone }, at),
  };
}
