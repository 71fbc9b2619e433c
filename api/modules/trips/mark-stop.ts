import { and, eq, inArray } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { tripStops } from "#drizzle/schema/index";
import type { StopKind, StopStatus } from "#shared/delivery/trip";
import type { Id } from "#shared/kernel/ids";
import { settleTrip } from "./settle-trip";
import { silenceTrip } from "./trip-rings";

/** The delivery's stop of this kind is reached, done or failed; the trip goes on or ends. */
export async function markStop(
  work: Work,
  deps: Pick<Deps, "newId">,
  { id, tripId }: { id: Id; tripId: Id | null },
  kind: StopKind,
  status: Extract<StopStatus, "arrived" | "done" | "failed">,
): Promise<void> {
  if (!tripId) return;
  await work.tx
    .update(tripStops)
    .set({ status, ...(status === "arrived" ? { arrivedAt: work.at } : { doneAt: work.at }) })
    .where(
      and(
        eq(tripStops.organisationId, work.actor.organisationId),
        eq(tripStops.tripId, tripId),
        eq(tripStops.deliveryId, id),
        eq(tripStops.kind, kind),
        inArray(tripStops.status, ["pending", "arrived"]),
      ),
    );
  await Promise.all([silenceTrip(work, tripId), settleTrip(work, deps, tripId)]);
}
