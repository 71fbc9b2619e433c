import { and, eq, sql } from "drizzle-orm";
import { courierChats } from "#api/modules/couriers/courier-chat";
import type { Work } from "#api/platform/with-actor";
import { tripStops, trips } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

export type TripRow = typeof trips.$inferSelect;

/**
 * To be called after the stops of a trip changed: counts a new version of its card, ends it when no stop is left (done
 * when anything was done on it, else cancelled) and tells its courier.
 */
export async function settleTrip(work: Work, tripId: Id): Promise<TripRow> {
  const { organisationId } = work.actor;
  const stopsThat = (condition: string) =>
    sql`exists (select from ${tripStops} where ${tripStops.organisationId} = ${organisationId}
      and ${tripStops.tripId} = ${tripId} and ${tripStops.status} in ${sql.raw(condition)})`;
  const [trip] = await work.tx
    .update(trips)
    .set({
      version: sql`${trips.version} + 1`,
      statusAt: work.at,
      status: sql`case when ${stopsThat("('pending', 'arrived')")} then ${trips.status}
        when ${stopsThat("('done', 'failed')")} then 'done'::trip_status else 'cancelled'::trip_status end`,
    })
    .where(and(eq(trips.organisationId, organisationId), eq(trips.id, tripId)))
    .returning();
  await announceTrip(work, trip!);
  return trip!;
}

/** The courier's card and the screens. A trip without a courier has no card. */
export async function announceTrip(work: Work, trip: TripRow): Promise<void> {
  work.emit({ kind: "trip.changed", body: { tripId: trip.id, courierId: trip.courierId, status: trip.status } });
  if (!trip.courierId) return;
  const chat = (await courierChats(work, [trip.courierId])).get(trip.courierId);
  if (!chat) return;
  const { recipientId, botId } = chat;
  work.notify({ recipientId, botId, version: trip.version, body: { kind: "trip.card", tripId: trip.id } });
}
