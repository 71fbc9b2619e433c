import { and, eq } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { acrossOrganisations, withActor } from "#api/platform/with-actor";
import {
  acceptanceWeights,
  branches,
  forecastCursors,
  forecastResiduals,
  forecastStatistics,
} from "#drizzle/schema/index";
import { LESSON_SOURCES, lockCursor } from "./cursor";
import { catchUp } from "./learn-all";
import { dropKnowledge } from "./read-knowledge";
import type { Region } from "./region";

/**
 * Forgets all lessons and learns them anew from history, to the same state. Meanwhile forecasts know only what has been
 * read so far; orders are placed and dispatched as usual.
 * @returns how many rows were learnt
 */
export async function rebuildLessons(deps: Deps): Promise<number> {
  const regions = await acrossOrganisations(deps, (tx) =>
    tx.selectDistinct({ organisationId: branches.organisationId, regionId: branches.regionId }).from(branches),
  );
  let total = 0;
  for (const region of regions) {
    await forget(deps, region);
    total += await catchUp(deps, region);
  }
  return total;
}

const forget = (deps: Deps, region: Region): Promise<void> =>
  withActor(deps, systemActor(region.organisationId), async ({ tx, afterCommit }) => {
    // Waits for a batch in hand, whose lessons would otherwise be saved after the forgetting.
    for (const source of LESSON_SOURCES) await lockCursor(tx, region, source);
    for (const table of [forecastStatistics, forecastResiduals, acceptanceWeights, forecastCursors])
      await tx
        .delete(table)
        .where(and(eq(table.organisationId, region.organisationId), eq(table.regionId, region.regionId)));
    afterCommit(() => dropKnowledge(deps, region));
  });
