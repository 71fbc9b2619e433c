import { and, eq, sql } from "drizzle-orm";
import { payCourier } from "#api/domain/money/courier-money";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { courierChats } from "#api/modules/couriers/courier-chat";
import { postMovement } from "#api/modules/money/post-movement";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { tripStops, trips } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

export type TripRow = typeof trips.$inferSelect;

/**
 * To be called after the stops of a trip changed: counts a new version of its card, ends it when no stop is left (done
 * when anything was done on it, else cancelled), books the pay that was fixed with the offer, and tells its courier.
 */
export async function settleTrip(work: Work, deps: Pick<Deps, "newId">, tripId: Id): Promise<TripRow> {
  const { organisationId } = work.actor;
  const stopsThat = (condition: string) =>
    sql`exists (select from ${tripStops} where ${tripStops.organisationId} = ${organisationId}
      and ${tripStops.tripId} = ${tripId} and ${tripStops.status} in ${sql.raw(condition)})`;
  const status = sql`case when ${stopsThat("('pending', 'arrived')")} then ${trips.status}
    when ${stopsThat("('done', 'failed')")} then 'done'::trip_status else 'cancelled'::trip_status end`;
  const at = work.at.toISOString();
  const [trip] = await work.tx
    .update(trips)
    .set({
      version: sql`${trips.version} + 1`,
      status,
      // Trips are listed by it: a stop that was reached must not put its trip behind the others.
      statusAt: sql`case when ${trips.status} = ${status} then ${trips.statusAt} else ${at}::timestamptz end`,
    })
    .where(and(eq(trips.organisationId, organisationId), eq(trips.id, tripId)))
    .returning();
  if (trip!.status === "done") await payForTrip(work, deps, trip!);
  if (trip!.status !== "active") await forgiveSilence(work, deps, trip!);
  await announceTrip(work, trip!);
  return trip!;
}

async function payForTrip(work: Work, deps: Pick<Deps, "newId">, { id, courierId, currency, payMinor }: TripRow) {
  if (!courierId || payMinor === 0) return;
  await postMovement(work, deps, payCourier({ tripId: id, courierId, currency, amountMinor: payMinor }));
}

/** With nothing of ours in hand any more, his silence is his own: it rings for nobody. */
async function forgiveSilence(work: Work, deps: Pick<Deps, "newId">, { organisationId, courierId }: TripRow) {
  if (!courierId) return;
  const under = and(
    eq(trips.organisationId, organisationId),
    eq(trips.courierId, courierId),
    eq(trips.status, "active"),
  );
  if ((await work.tx.$count(trips, under)) === 0) await settleAlerts(work, deps, courierId, ["courier_silent"]);
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
