import { and, eq, inArray } from "drizzle-orm";
import { courierChats } from "#api/modules/couriers/courier-chat";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { tripStops } from "#drizzle/schema/index";
import type { DeliveryStatus } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { settleTrip } from "./settle-trip";

/** A delivery as it was while it was on the trip, with the status that it has now. */
type Dropped = { id: Id; tripId: Id | null; courierId: Id | null; status: DeliveryStatus };

/**
 * Takes a delivery out of the trip that it was on. `tell`: the courier did not do it himself, so he must hear it with
 * a sound, before he rides on.
 */
export async function dropFromTrip(
  work: Work,
  deps: Pick<Deps, "newId">,
  dropped: Dropped,
  { tell }: { tell: boolean },
): Promise<void> {
  if (!dropped.tripId) return;
  await work.tx
    .update(tripStops)
    .set({ status: "dropped", doneAt: work.at })
    .where(
      and(
        eq(tripStops.organisationId, work.actor.organisationId),
        eq(tripStops.tripId, dropped.tripId),
        eq(tripStops.deliveryId, dropped.id),
        inArray(tripStops.status, ["pending", "arrived"]),
      ),
    );
  const trip = await settleTrip(work, deps, dropped.tripId);
  if (!tell || !dropped.courierId) return;
  const chat = (await courierChats(work, [dropped.courierId])).get(dropped.courierId);
  if (!chat) return;
  work.notify({
    recipientId: chat.recipientId,
    botId: chat.botId,
    version: trip.version,
    body: { kind: "trip.changed", tripId: trip.id, deliveryId: dropped.id, status: dropped.status },
  });
}
