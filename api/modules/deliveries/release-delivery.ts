import { searchNow } from "#api/modules/dispatch/search-now";
import { refreshOrderCard } from "#api/modules/orders/refresh-order-card";
import { dropFromTrip } from "#api/modules/trips/drop-from-trip";
import { hasRole, type Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { courierBans } from "#drizzle/schema/index";
import type { DeliveryView } from "#shared/contracts/delivery";
import type { ReleaseReason } from "#shared/delivery/offer";
import type { Id } from "#shared/kernel/ids";
import { actOnDelivery } from "./act-on-delivery";
import type { DeliveryRow } from "./delivery-row";
import { moveDelivery } from "./move-delivery";

type Release = { id: Id; reason: ReleaseReason };

/** The courier it had cannot come; another one is looked for at once. @throws Refusal as `actOnDelivery` */
export const releaseDelivery = (deps: Deps, actor: Person, { id, reason }: Release): Promise<DeliveryView> =>
  actOnDelivery(deps, actor, { id, action: "release" }, (work, delivery) => release(work, deps, delivery, reason));

/** Lets a delivery that this transaction holds wait again, from the ladder's foot. */
export async function release(work: Work, deps: Deps, held: DeliveryRow, reason: ReleaseReason): Promise<void> {
  const set = {
    courierId: null,
    tripId: null,
    ladderStep: "exclusive" as const,
    ladderTries: 0,
    ladderSince: work.at,
    decideAt: work.at,
  };
  const waiting = await moveDelivery(work, deps, held, { action: "release", reason, set });
  if (held.courierId)
    await work.tx
      .insert(courierBans)
      .values({
        organisationId: held.organisationId,
        deliveryId: held.id,
        courierId: held.courierId,
        reason: "released",
        at: work.at,
      })
      .onConflictDoNothing();
  const byHimself = hasRole(work.actor, "courier");
  await dropFromTrip(work, deps, { ...held, status: waiting.status }, { tell: !byHimself });
  await refreshOrderCard(work, held.orderId);
  searchNow(work, held.regionId);
}
