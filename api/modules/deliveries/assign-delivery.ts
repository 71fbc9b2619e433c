import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { lockCourier } from "#api/modules/couriers/lock-courier";
import { mustBeAbleToCarry } from "#api/modules/offers/must-be-able-to-carry";
import { withdrawOffersFor } from "#api/modules/offers/withdraw-offers";
import { refreshOrderCard } from "#api/modules/orders/refresh-order-card";
import { dropFromTrip } from "#api/modules/trips/drop-from-trip";
import { giveTrip } from "#api/modules/trips/give-trip";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import type { AssignDelivery, DeliveryView } from "#shared/contracts/delivery";
import { type DeliveryAction, ON_BOARD_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { viewOf } from "./act-on-delivery";
import type { DeliveryRow } from "./delivery-row";
import { lockDelivery } from "./lock-delivery";
import { moveDelivery } from "./move-delivery";

type Assignment = AssignDelivery & { id: Id };

/**
 * A dispatcher gives a delivery to a courier by hand: one that waits, or one that somebody else has (he then fetches
 * it, or takes the goods over on the road). Giving it to the one who has it changes nothing; what another dispatcher
 * did while this one was choosing (`insteadOf`) is told, not overwritten.
 * @throws Refusal `delivery.not_found`, `delivery.already_taken` (details: by whom), `delivery.action_not_allowed`,
 *   `courier.not_found`, `courier.not_approved`,
 *   `courier.not_online`, `courier.full`, `courier.cash_limit`, `auth.not_allowed`
 */
export const assignDelivery = (
  deps: Deps,
  actor: Person,
  { id, courierId, insteadOf }: Assignment,
): Promise<DeliveryView> => {
  mustMay(actor, "dispatch.steer");
  return withActor(deps, actor, async (work) => {
    const courier = await lockCourier(work, courierId);
    const delivery = await lockDelivery(work, id);
    if (delivery.courierId === courierId) return viewOf(work, id);
    if (insteadOf !== undefined && delivery.courierId !== insteadOf)
      throw new Refusal("delivery.already_taken", { courierId: delivery.courierId });
    const action = assignmentOf(delivery);
    await mustBeAbleToCarry(work, courier, [delivery]);
    if (!delivery.courierId) await withdrawOffersFor(work, deps, delivery);
    const tripId = await giveTrip(work, deps, courier, delivery);
    const set = { courierId, tripId, decideAt: null };
    const moved = await moveDelivery(work, deps, delivery, { action, set, details: { courierId } });
    if (delivery.courierId) await dropFromTrip(work, deps, { ...delivery, status: moved.status }, { tell: true });
    await settleAlerts(work, deps, id, ["delivery_unclaimed"]);
    await refreshOrderCard(work, moved.orderId);
    return viewOf(work, id);
  });
};

/** @throws Refusal `delivery.action_not_allowed` when it is over */
function assignmentOf({ status }: DeliveryRow): DeliveryAction {
  if (status === "waiting" || status === "offered") return "assign";
  if (status === "assigned" || status === "at_pickup") return "reassign";
  if (ON_BOARD_DELIVERY_STATUSES.some((each) => each === status)) return "take_over";
  throw new Refusal("delivery.action_not_allowed", { status, action: "assign" });
}
