import { and, eq, sql } from "drizzle-orm";
import { moveDelivery } from "#api/modules/deliveries/move-delivery";
import { searchNow } from "#api/modules/dispatch/search-now";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { type deliveries, offers, tripStops, trips } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

/**
 * Ends a proposed trip that nobody can accept any more; its deliveries wait again and are decided on at once. Does
 * nothing while an offer of it is live. The caller holds its deliveries.
 */
export async function lapseTrip(
  work: Work,
  deps: Deps,
  tripId: Id,
  held: readonly (typeof deliveries.$inferSelect)[],
): Promise<void> {
  const { organisationId } = work.actor;
  const [ended] = await work.tx
    .update(trips)
    .set({ status: "cancelled", statusAt: work.at, version: sql`${trips.version} + 1` })
    .where(
      and(
        eq(trips.organisationId, organisationId),
        eq(trips.id, tripId),
        eq(trips.status, "planned"),
        sql`not exists (select from ${offers} where ${offers.organisationId} = ${organisationId}
          and ${offers.tripId} = ${tripId} and ${offers.status} = 'live')`,
      ),
    )
    .returning();
  if (!ended) return;
  await work.tx
    .update(tripStops)
    .set({ status: "dropped", doneAt: work.at })
    .where(and(eq(tripStops.organisationId, organisationId), eq(tripStops.tripId, tripId)));
  for (const delivery of held.filter(({ status }) => status === "offered"))
    await moveDelivery(work, deps, delivery, { action: "lapse", as: "system", set: { decideAt: work.at } });
  searchNow(work, ended.regionId);
}
