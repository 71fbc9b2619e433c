import { followOrder } from "#api/modules/orders/follow-delivery";
import { markStop } from "#api/modules/trips/mark-stop";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import type { DeliveryView } from "#shared/contracts/delivery";
import type { Id } from "#shared/kernel/ids";
import { actOnDelivery } from "./act-on-delivery";
import { moveDelivery } from "./move-delivery";

/** The goods are in the bag. @throws Refusal as `actOnDelivery` */
export const pickUp = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<DeliveryView> =>
  actOnDelivery(deps, actor, { id, action: "pick_up" }, async (work, delivery) => {
    const moved = await moveDelivery(work, deps, delivery, { action: "pick_up" });
    await markStop(work, deps, moved, "pickup", "done");
    await followOrder(work, deps, moved.orderId, "pick_up");
  });
