import { and, eq } from "drizzle-orm";
import { hasRole, type Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { trips } from "#drizzle/schema/index";
import type { TripView } from "#shared/contracts/trip";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { tripViews } from "./trips.queries";

/** What the courier has to drive now, first trip first. @throws Refusal `auth.not_allowed`, `courier.not_found` */
export const currentTrips = (deps: Deps, actor: Person): Promise<{ trips: TripView[] }> => {
  mustMay(actor, "trip.see_own");
  const { courierId } = actor;
  if (!courierId) throw new Refusal("courier.not_found");
  return withActor(deps, actor, async ({ tx }) => ({
    trips: await tripViews(
      tx,
      and(eq(trips.organisationId, actor.organisationId), eq(trips.courierId, courierId), eq(trips.status, "active")),
      "courier",
    ),
  }));
};

/** One trip: of the courier who has or had it, or any for a dispatcher. @throws Refusal `request.not_found` */
export const seeTrip = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<TripView> =>
  withActor(deps, actor, (work) => tripFor(work, id));

/** The trip as the actor of this work may see it. @throws Refusal `request.not_found` */
export async function tripFor({ tx, actor }: Work, id: Id): Promise<TripView> {
  const dispatch = hasRole(actor, "dispatcher", "manager", "owner");
  const [trip] = await tripViews(
    tx,
    and(eq(trips.organisationId, actor.organisationId), eq(trips.id, id)),
    dispatch ? "dispatcher" : "courier",
  );
  const his = trip?.courierId != null && trip.courierId === actor.courierId;
  if (!trip || !(dispatch || his)) throw new Refusal("request.not_found");
  return trip;
}
