import type { z } from "zod";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { followOrder } from "#api/modules/orders/follow-delivery";
import { markStop } from "#api/modules/trips/mark-stop";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import type { DeliveryView, FailDelivery } from "#shared/contracts/delivery";
import type { Id } from "#shared/kernel/ids";
import { actOnDelivery } from "./act-on-delivery";
import { DELIVERY_ALERTS } from "./delivery-alerts";
import { moveDelivery } from "./move-delivery";

type Failure = z.infer<typeof FailDelivery> & { id: Id };

/** It could not be handed over; the goods come back. @throws Refusal as `actOnDelivery` */
export const failDelivery = (deps: Deps, actor: Person, { id, reason }: Failure): Promise<DeliveryView> =>
  actOnDelivery(deps, actor, { id, action: "fail" }, async (work, delivery) => {
    const set = { closedAt: work.at, reason };
    const failed = await moveDelivery(work, deps, delivery, { action: "fail", reason, set });
    await markStop(work, deps, failed, "dropoff", "failed");
    await settleAlerts(work, deps, failed.id, DELIVERY_ALERTS);
    await followOrder(work, deps, failed.orderId, "fail", reason);
  });
