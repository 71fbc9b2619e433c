import { and, eq } from "drizzle-orm";
import { courierChats } from "#api/modules/couriers/courier-chat";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { branches, type couriers, type deliveries, offers, tripStops, trips } from "#drizzle/schema/index";
import { ON_BOARD_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { StopKind } from "#shared/delivery/trip";
import { distanceMetres } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { tripPay } from "#shared/money/pay-rule";
import { announceTrip } from "./settle-trip";
import { ringAboutTrip } from "./trip-rings";

type Courier = typeof couriers.$inferSelect;
type Delivery = typeof deliveries.$inferSelect;

/**
 * Gives a courier a trip of one delivery without asking: what a dispatcher does by hand. It is on the record as an
 * offer in `manual` mode, taken at once, with its pay. Rings the courier.
 * @returns the trip
 */
export async function giveTrip(work: Work, deps: Deps, courier: Courier, delivery: Delivery): Promise<Id> {
  const { tx, at } = work;
  const { organisationId } = delivery;
  const [branch] = await tx
    .select()
    .from(branches)
    .where(and(eq(branches.organisationId, organisationId), eq(branches.id, delivery.branchId)));
  const payRule = {
    baseMinor: branch!.payBaseMinor,
    perKmMinor: branch!.payPerKmMinor,
    perExtraStopMinor: branch!.payPerExtraStopMinor,
  };
  const pickup = { lat: delivery.pickupLat, lng: delivery.pickupLng };
  const known = courier.lastLat !== null && courier.lastLng !== null;
  const pickupMetres = known ? Math.round(distanceMetres({ lat: courier.lastLat!, lng: courier.lastLng! }, pickup)) : 0;
  const metres = pickupMetres + delivery.distanceMetres;
  const payMinor = tripPay(payRule, { distanceMetres: metres, dropoffs: 1 });
  const tripId = deps.newId();
  const [trip] = await tx
    .insert(trips)
    .values({
      organisationId,
      id: tripId,
      regionId: delivery.regionId,
      courierId: courier.id,
      status: "active",
      statusAt: at,
      version: 1,
      currency: branch!.currency,
      payMinor,
      distanceMetres: metres,
      createdAt: at,
    })
    .returning();
  await tx.insert(tripStops).values(
    doorsOf(delivery).map((stop, position) => ({
      ...stop,
      organisationId,
      id: deps.newId(),
      tripId,
      deliveryId: delivery.id,
      position,
      status: "pending" as const,
    })),
  );
  await tx.insert(offers).values({
    organisationId,
    id: deps.newId(),
    tripId,
    courierId: courier.id,
    mode: "manual",
    status: "accepted",
    version: 1,
    payMinor,
    payRule,
    pickupMetres,
    reasons: {},
    offeredAt: at,
    expiresAt: at,
    decidedAt: at,
  });
  await announceTrip(work, trip!);
  await ringCourier(work, courier.id, tripId);
  return tripId;
}

/** Whoever takes over goods that are on the road has one door left. */
function doorsOf(delivery: Delivery): { kind: StopKind; lat: number; lng: number }[] {
  const dropoff = { kind: "dropoff" as const, lat: delivery.dropoffLat, lng: delivery.dropoffLng };
  if (ON_BOARD_DELIVERY_STATUSES.some((status) => status === delivery.status)) return [dropoff];
  return [{ kind: "pickup", lat: delivery.pickupLat, lng: delivery.pickupLng }, dropoff];
}

async function ringCourier(work: Work, courierId: Id, tripId: Id): Promise<void> {
  const chat = (await courierChats(work, [courierId])).get(courierId);
  if (!chat) return;
  const { recipientId, botId } = chat;
  ringAboutTrip(work, { recipientId, botId }, tripId);
}
