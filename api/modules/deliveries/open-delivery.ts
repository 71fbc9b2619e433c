import { and, eq } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { branches, deliveries, orderContacts, type orders, timeline } from "#drizzle/schema/index";
import { distanceMetres } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { FOOD_AHEAD_MS } from "../dispatch/food-matters";
import { emitDelivery } from "./move-delivery";

type ConfirmedOrder = Pick<
  typeof orders.$inferSelect,
  "id" | "branchId" | "paymentMethod" | "totalMinor" | "readyAt" | "promisedAt"
>;

const MINUTE_MS = 60_000;

/**
 * A confirmed order gets its delivery, which waits for a courier from now on; for food of tomorrow nobody is asked
 * before it can matter. In the transaction of the confirmation, which holds the order.
 * @returns the id of the delivery
 * @throws Error when the order has no door to bring it to: a bug of whoever took it
 */
export async function openDelivery(work: Work, deps: Deps, order: ConfirmedOrder): Promise<Id> {
  const { organisationId } = work.actor;
  const { branch, door } = await placesOf(work, order);
  const pickup = { lat: branch.lat, lng: branch.lng };
  const readyAt = order.readyAt ?? new Date(work.at.getTime() + branch.preparationMinutes * MINUTE_MS);
  const decideAt = new Date(Math.max(work.at.getTime(), readyAt.getTime() - FOOD_AHEAD_MS));
  const [delivery] = await work.tx
    .insert(deliveries)
    .values({
      organisationId,
      id: deps.newId(),
      orderId: order.id,
      branchId: order.branchId,
      regionId: branch.regionId,
      status: "waiting",
      statusAt: work.at,
      version: 1,
      pickupLat: pickup.lat,
      pickupLng: pickup.lng,
      dropoffLat: door.lat,
      dropoffLng: door.lng,
      distanceMetres: Math.round(distanceMetres(pickup, door)),
      readyAt,
      promisedAt: order.promisedAt,
      cashToCollectMinor: order.paymentMethod === "cash" ? order.totalMinor : 0,
      pin: fourDigits(deps),
      pinAttempts: 0,
      createdAt: work.at,
      ladderStep: "exclusive",
      ladderTries: 0,
      ladderSince: work.at,
      decideAt,
      keepApart: false,
    })
    .returning();
  await work.tx.insert(timeline).values({
    organisationId,
    id: deps.newId(),
    orderId: order.id,
    deliveryId: delivery!.id,
    action: "open",
    toStatus: "waiting",
    doneBy: "system",
    accountId: work.actor.accountId,
    at: work.at,
  });
  emitDelivery(work, delivery!);
  work.wake({ kind: "dispatch", subjectId: branch.regionId, at: decideAt });
  work.wake({ kind: "order-late", subjectId: order.id, at: order.promisedAt });
  return delivery!.id;
}

const fourDigits = ({ random }: Pick<Deps, "random">): string => String(Math.floor(random() * 10_000)).padStart(4, "0");

async function placesOf({ tx, actor }: Work, order: ConfirmedOrder) {
  const { organisationId } = actor;
  const [[branch], [door]] = await Promise.all([
    tx
      .select()
      .from(branches)
      .where(and(eq(branches.organisationId, organisationId), eq(branches.id, order.branchId))),
    tx
      .select({ lat: orderContacts.lat, lng: orderContacts.lng })
      .from(orderContacts)
      .where(and(eq(orderContacts.organisationId, organisationId), eq(orderContacts.orderId, order.id))),
  ]);
  if (!branch || door?.lat == null || door.lng == null)
    throw new Error(`order ${order.id} has no door to be brought to`);
  return { branch, door: { lat: door.lat, lng: door.lng } };
}
