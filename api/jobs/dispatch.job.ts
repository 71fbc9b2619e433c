import { and, asc, eq, inArray, lte, min } from "drizzle-orm";
import { foodMatters } from "#api/modules/dispatch/food-matters";
import { runRounds } from "#api/modules/dispatch/run-rounds";
import { deliveries, orders } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Deps } from "../platform/deps";
import type { Deadline } from "./deadline";

/** A round of the same region is in progress: it may have looked before this event, so another one follows it. */
const BUSY_RETRY_MS = 250; // real time
const BUSY_RETRIES = 8;

/** A region in which a delivery is to be decided on. `subjectId` is the region. */
export const dispatch: Deadline = {
  kind: "dispatch",
  overdue: (tx, at, limit) =>
    tx
      .select({ organisationId: deliveries.organisationId, subjectId: deliveries.regionId })
      .from(deliveries)
      .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
      .where(and(inArray(deliveries.status, ["waiting", "offered"]), lte(deliveries.decideAt, at), foodMatters(at)))
      .groupBy(deliveries.organisationId, deliveries.regionId)
      .orderBy(asc(min(deliveries.decideAt)))
      .limit(limit),
  run: (deps, { subjectId }) => runUntilFree(deps, subjectId),
};

async function runUntilFree(deps: Deps, regionId: Id): Promise<void> {
  for (let attempt = 0; attempt < BUSY_RETRIES; attempt += 1) {
    if ((await runRounds(deps, { regionId })) !== "busy") return;
    await Bun.sleep(BUSY_RETRY_MS);
  }
  // The rows keep their `decide_at`; the sweeper comes back for them.
}
