import { and, eq } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { offers, tripStops, trips } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { closeOffers } from "./close-offers";
import { lapseTrip } from "./lapse-trip";
import { lockDeliveriesOf } from "./lock-trip";

/**
 * Calls back every live offer that a delivery is part of. Other deliveries of the same proposed trip wait again. The
 * delivery itself is the caller's: he holds it and has moved it already, or moves it next.
 */
export async function withdrawOffersFor(work: Work, deps: Deps, { id }: { id: Id }): Promise<void> {
  const { organisationId } = work.actor;
  const proposed = await work.tx
    .selectDistinct({ id: trips.id })
    .from(trips)
    .innerJoin(tripStops, and(eq(tripStops.organisationId, trips.organisationId), eq(tripStops.tripId, trips.id)))
    .where(and(eq(trips.organisationId, organisationId), eq(trips.status, "planned"), eq(tripStops.deliveryId, id)));
  if (proposed.length === 0) return;
  for (const { id: tripId } of proposed) {
    const held = await lockDeliveriesOf(work, tripId);
    await closeOffers(work, deps, eq(offers.tripId, tripId), "withdrawn");
    const others = held.filter((delivery) => delivery.id !== id);
    await lapseTrip(work, deps, tripId, others);
  }
}
