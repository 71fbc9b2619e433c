import { and, eq } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import { searchNow } from "#api/modules/dispatch/search-now";
import { withdrawOffersFor } from "#api/modules/offers/withdraw-offers";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { courierBans, couriers, deliveries } from "#drizzle/schema/index";
import type { DeliveryView } from "#shared/contracts/delivery";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { viewOf } from "./act-on-delivery";
import type { DeliveryRow } from "./delivery-row";
import { lockDelivery } from "./lock-delivery";
import { emitDelivery, moveDelivery } from "./move-delivery";

type Steering = Partial<
  Pick<DeliveryRow, "pinnedCourierId" | "keepApart" | "ladderStep" | "ladderTries" | "ladderSince">
>;

/** What was said, for the log of changes. */
type Word = { id: Id; action: string; after: Record<string, unknown> };

/**
 * A dispatcher's word about a delivery that nobody has taken. Offers that were made without it are called back, and a
 * round begins at once; one that is under way finds the version moved and changes nothing.
 * @throws Refusal `delivery.not_found`, `delivery.action_not_allowed`, `auth.not_allowed`, and what `change` throws
 */
const steer = (
  deps: Deps,
  actor: Person,
  { id, action, after }: Word,
  change: (work: Work) => Promise<Steering>,
): Promise<DeliveryView> => {
  mustMay(actor, "dispatch.steer");
  return withActor(deps, actor, async (work) => {
    const delivery = await lockDelivery(work, id);
    if (delivery.status !== "waiting" && delivery.status !== "offered")
      throw new Refusal("delivery.action_not_allowed", { status: delivery.status });
    const set = { ...(await change(work)), decideAt: work.at };
    await withdrawOffersFor(work, deps, delivery);
    if (delivery.status === "offered") await moveDelivery(work, deps, delivery, { action: "withdraw", set });
    else await setWaiting(work, delivery, set);
    const { pinnedCourierId, keepApart, ladderStep } = delivery;
    const before = { pinnedCourierId, keepApart, ladderStep };
    await audit(work, deps, { action, subjectKind: "delivery", subjectId: id, before, after });
    searchNow(work, delivery.regionId);
    return viewOf(work, id);
  });
};

/** Nothing moves, but the other dispatchers see what was said. */
async function setWaiting(work: Work, delivery: DeliveryRow, set: Partial<DeliveryRow>): Promise<void> {
  await work.tx
    .update(deliveries)
    .set({ ...set, version: delivery.version + 1 })
    .where(and(eq(deliveries.organisationId, delivery.organisationId), eq(deliveries.id, delivery.id)));
  emitDelivery(work, delivery);
}

/** Asks everyone near at once. */
export const broadcastDelivery = (deps: Deps, actor: Person, { id }: { id: Id }) =>
  steer(deps, actor, { id, action: "delivery.broadcast", after: {} }, async ({ at }) => ({
    ladderStep: "everyone",
    ladderTries: 0,
    ladderSince: at,
  }));

/** Nobody but this courier is asked; null lifts it. @throws Refusal `courier.not_found` */
export const pinCourier = (deps: Deps, actor: Person, { id, courierId }: { id: Id; courierId: Id | null }) =>
  steer(deps, actor, { id, action: "delivery.pin", after: { pinnedCourierId: courierId } }, async (work) => {
    if (courierId) await mustExist(work, courierId);
    return { pinnedCourierId: courierId };
  });

/** Rides alone, or may share a trip again. */
export const keepApart = (deps: Deps, actor: Person, { id, keepApart }: { id: Id; keepApart: boolean }) =>
  steer(deps, actor, { id, action: "delivery.keep_apart", after: { keepApart } }, async () => ({ keepApart }));

/** This courier shall not carry this delivery, or may again. @throws Refusal `courier.not_found` */
export const forbidCourier = (
  deps: Deps,
  actor: Person,
  { id, courierId, forbidden }: { id: Id; courierId: Id; forbidden: boolean },
) =>
  steer(deps, actor, { id, action: "delivery.forbid", after: { courierId, forbidden } }, async (work) => {
    await mustExist(work, courierId);
    const pair = { organisationId: actor.organisationId, deliveryId: id, courierId };
    if (forbidden)
      await work.tx
        .insert(courierBans)
        .values({ ...pair, reason: "forbidden", at: work.at })
        .onConflictDoUpdate({
          target: [courierBans.organisationId, courierBans.deliveryId, courierBans.courierId],
          set: { reason: "forbidden", at: work.at },
        });
    else
      await work.tx
        .delete(courierBans)
        .where(
          and(
            eq(courierBans.organisationId, actor.organisationId),
            eq(courierBans.deliveryId, id),
            eq(courierBans.courierId, courierId),
          ),
        );
    return {};
  });

async function mustExist({ tx, actor }: Work, courierId: Id): Promise<void> {
  const found = await tx.$count(
    couriers,
    and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, courierId)),
  );
  if (found === 0) throw new Refusal("courier.not_found");
}
