import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { notifications } from "#drizzle/schema/index";
import { RING_EVERY_MS } from "#shared/alert/alert-ladder";
import type { TripView } from "#shared/contracts/trip";
import type { Id } from "#shared/kernel/ids";
import { seeTrip } from "./see-trips";

/** Ten minutes of ringing; after that the silence itself is an alert for the dispatchers. */
const RINGS = 20;

/** Rings a courier about a trip that was given to them, every 30 s until they have seen it. */
export function ringAboutTrip(work: Work, to: { recipientId: Id; botId: Id }, tripId: Id): void {
  for (let ring = 1; ring <= RINGS; ring += 1) {
    const dueAt = new Date(work.at.getTime() + (ring - 1) * RING_EVERY_MS);
    work.notify({ ...to, version: ring, dueAt, body: { kind: "trip.ring", tripId, ring } });
  }
}

/** The rings that are still to come fall silent: the courier has seen the trip, or drives it already. */
export const silenceTrip = ({ tx, actor }: Pick<Work, "tx" | "actor">, tripId: Id) =>
  tx
    .update(notifications)
    .set({ state: "acknowledged" })
    .where(
      and(
        eq(notifications.organisationId, actor.organisationId),
        eq(notifications.subjectId, tripId),
        eq(notifications.kind, "trip.ring"),
        eq(notifications.state, "due"),
      ),
    );

/** "I have seen it." Saying so twice is one answer. @throws Refusal `delivery.not_found`, `auth.not_allowed` */
export async function seenTrip(deps: Deps, actor: Person, { id }: { id: Id }): Promise<TripView> {
  mustMay(actor, "trip.see_own");
  const trip = await seeTrip(deps, actor, { id });
  await withActor(deps, actor, async (work) => {
    await silenceTrip(work, id);
  });
  return trip;
}
