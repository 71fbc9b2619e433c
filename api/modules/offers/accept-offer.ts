import { and, eq, ne, sql } from "drizzle-orm";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { lockCourier } from "#api/modules/couriers/lock-courier";
import { moveDelivery } from "#api/modules/deliveries/move-delivery";
import { refreshOrderCard } from "#api/modules/orders/refresh-order-card";
import { tripFor } from "#api/modules/trips/see-trips";
import { announceTrip, type TripRow } from "#api/modules/trips/settle-trip";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { offers, trips } from "#drizzle/schema/index";
import type { TripView } from "#shared/contracts/trip";
import type { Id } from "#shared/kernel/ids";
import { closeOffers } from "./close-offers";
import { countAnswer } from "./count-answer";
import { lockDeliveriesOf } from "./lock-trip";
import { mustBeAbleToCarry } from "./must-be-able-to-carry";
import { findMyOffer, refusalOf } from "./my-offer";
import type { OfferRow } from "./offer-row";

/**
 * Takes an offered trip. However many tap at once, one gets it: the others hear `offer.already_taken`. Accepting one's
 * own trip again gives it again.
 * @throws Refusal `offer.not_found`, `offer.already_taken`, `offer.expired`, `offer.closed`, `courier.not_online`,
 *   `courier.full`, `auth.not_allowed`
 */
export const acceptOffer = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<TripView> => {
  mustMay(actor, "offer.answer");
  return withActor(deps, actor, async (work) => {
    const offer = await findMyOffer(work, id);
    if (offer.status === "accepted") return tripFor(work, offer.tripId);
    const courier = await lockCourier(work, offer.courierId);
    const held = await lockDeliveriesOf(work, offer.tripId);
    const trip = await takeTrip(work, offer);
    if (!trip) return again(work, id);
    const offered = held.filter(({ status }) => status === "offered");
    await mustBeAbleToCarry(work, courier, offered);
    const taken = { tripId: trip.id, courierId: courier.id, decideAt: null };
    for (const delivery of offered) {
      await moveDelivery(work, deps, delivery, { action: "accept", set: taken });
      await settleAlerts(work, deps, delivery.id, ["delivery_unclaimed"]);
      await refreshOrderCard(work, delivery.orderId);
    }
    await closeOffers(work, deps, eq(offers.id, offer.id), "accepted");
    await closeOffers(work, deps, and(eq(offers.tripId, trip.id), ne(offers.id, offer.id)), "lost");
    await countAnswer(work, offer, true);
    await announceTrip(work, trip);
    const waited = offered.map(({ createdAt }) => (work.at.getTime() - createdAt.getTime()) / 1_000);
    work.afterCommit(() => waited.forEach((seconds) => void deps.metrics.matchSeconds.observe(seconds)));
    return tripFor(work, trip.id);
  });
};

/** Race: the one update that decides who gets the trip. It finds the trip without a courier, and the offer live, once. */
async function takeTrip({ tx, at }: Work, offer: OfferRow): Promise<TripRow | undefined> {
  const { organisationId, courierId, tripId, id } = offer;
  const [trip] = await tx
    .update(trips)
    .set({ courierId, status: "active", statusAt: at, version: sql`${trips.version} + 1` })
    .where(
      and(
        eq(trips.organisationId, organisationId),
        eq(trips.id, tripId),
        eq(trips.status, "planned"),
        sql`${trips.courierId} is null`,
        sql`exists (select from ${offers} where ${offers.organisationId} = ${organisationId} and ${offers.id} = ${id}
          and ${offers.status} = 'live' and ${offers.expiresAt} > ${at.toISOString()}::timestamptz)`,
      ),
    )
    .returning();
  return trip;
}

/** Somebody was faster, or it was the same courier's other tap. @throws Refusal `offer.…` */
async function again(work: Work, id: Id): Promise<TripView> {
  const offer = await findMyOffer(work, id);
  if (offer.status === "accepted") return tripFor(work, offer.tripId);
  throw refusalOf(offer);
}
