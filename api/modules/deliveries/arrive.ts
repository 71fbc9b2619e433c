import { refreshOrderCard } from "#api/modules/orders/refresh-order-card";
import { markStop } from "#api/modules/trips/mark-stop";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import type { Arrival, DeliveryView } from "#shared/contracts/delivery";
import type { Id } from "#shared/kernel/ids";
import { actOnDelivery } from "./act-on-delivery";
import { moveDelivery } from "./move-delivery";

/** The courier stands at the counter, or at the customer's door. @throws Refusal as `actOnDelivery` */
export const arrive = (deps: Deps, actor: Person, { id, at }: Arrival & { id: Id }): Promise<DeliveryView> => {
  const action = at === "pickup" ? "arrive_pickup" : "arrive_dropoff";
  return actOnDelivery(deps, actor, { id, action }, async (work, delivery) => {
    const moved = await moveDelivery(work, deps, delivery, { action });
    await markStop(work, deps, moved, at, "arrived");
    await refreshOrderCard(work, moved.orderId, at === "dropoff" ? "at_the_door" : undefined);
  });
};
