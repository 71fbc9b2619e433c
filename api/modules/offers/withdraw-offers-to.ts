import { and, asc, eq } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { offers } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { closeOffers } from "./close-offers";
import { lapseTrip } from "./lapse-trip";
import { lockDeliveriesOf } from "./lock-trip";

/** Calls back everything that a courier is asked, because he stops for now. It does not count as a no. */
export async function withdrawOffersTo(work: Work, deps: Deps, courierId: Id): Promise<void> {
  const live = await work.tx
    .select({ id: offers.id, tripId: offers.tripId })
    .from(offers)
    .where(
      and(
        eq(offers.organisationId, work.actor.organisationId),
        eq(offers.courierId, courierId),
        eq(offers.status, "live"),
      ),
    )
    .orderBy(asc(offers.tripId));
  for (const { id, tripId } of live) {
    const held = await lockDeliveriesOf(work, tripId);
    await closeOffers(work, deps, eq(offers.id, id), "withdrawn");
    await lapseTrip(work, deps, tripId, held);
  }
}
