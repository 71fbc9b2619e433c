import type { Deps } from "#api/platform/deps";
import { acrossOrganisations } from "#api/platform/with-actor";
import { branches } from "#drizzle/schema/index";
import { LESSON_SOURCES } from "./cursor";
import { learnRegion } from "./learn-region";
import type { Region } from "./region";

/** Wherever an organisation has a branch, it may have something to learn. */
const regionsOf = (deps: Deps): Promise<Region[]> =>
  acrossOrganisations(deps, (tx) =>
    tx.selectDistinct({ organisationId: branches.organisationId, regionId: branches.regionId }).from(branches),
  );

/** Learns everything that is complete, everywhere. @returns how many rows were learnt */
export async function learnAll(deps: Deps): Promise<number> {
  let total = 0;
  for (const region of await regionsOf(deps)) total += await catchUp(deps, region);
  return total;
}

/** Learns a region's history to its end. @returns how many rows were learnt */
export async function catchUp(deps: Deps, region: Region): Promise<number> {
  let total = 0;
  for (const source of LESSON_SOURCES) {
    let learnt: number;
    do {
      learnt = await learnRegion(deps, region, source);
      total += learnt;
    } while (learnt > 0);
  }
  return total;
}
