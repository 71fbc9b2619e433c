import { HANDLING } from "#api/domain/dispatch/handling";
import { rangeOf } from "#api/domain/forecast/eta";
import { foreseeArrival, hasHistory } from "#api/domain/forecast/foresee-arrival";
import type { ArrivalRange, QuoteBranch, QuoteRequest } from "#api/domain/quote/quote-types";
import type { Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import type { Id } from "#shared/kernel/ids";
import { readLoadNow } from "./known-loads";
import { readKnowledge } from "./read-knowledge";

type Wanted = {
  organisationId: Id;
  branch: Pick<QuoteBranch, "id" | "regionId" | "point" | "preparationMinutes" | "schedule">;
  request: Pick<QuoteRequest, "destination" | "scheduledFor">;
  at: Date;
};

/**
 * When an order that is placed now would be there, as kitchens, streets and couriers of this city have shown so far.
 * Null when it is collected or has its own time, and while there is too little history to promise by.
 */
export async function expectArrival(
  deps: Pick<Deps, "db" | "clock">,
  tx: Tx,
  { organisationId, branch, request: { destination, scheduledFor }, at }: Wanted,
): Promise<ArrivalRange | null> {
  if (destination.fulfilment === "pickup" || scheduledFor) return null;
  const region = { organisationId, regionId: branch.regionId };
  const knowledge = await readKnowledge(deps, tx, region);
  if (!hasHistory(knowledge)) return null;
  const setting = {
    branchId: branch.id,
    counter: branch.point,
    usualPreparationSeconds: branch.preparationMinutes * 60,
    timezone: branch.schedule.timezone,
    handling: HANDLING,
  };
  const placedMs = at.getTime();
  const load = await readLoadNow(deps, tx, region, placedMs);
  return rangeOf(foreseeArrival(knowledge, { setting, door: destination.point, placedMs, load }, placedMs));
}
