import { and, eq, inArray } from "drizzle-orm";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import { LIVE_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { withdrawOffersFor } from "../offers/withdraw-offers";
import { dropFromTrip } from "../trips/drop-from-trip";
import { DELIVERY_ALERTS } from "./delivery-alerts";
import { moveDelivery } from "./move-delivery";

/**
 * Ends the delivery of an order that was cancelled, and calls back whoever was asked or is on the way. Does nothing for
 * an order without a live delivery. In the transaction that holds the order.
 * @throws Refusal `delivery.action_not_allowed` once the goods are on board
 */
export async function cancelDelivery(work: Work, deps: Deps, orderId: Id, reason: string | null): Promise<void> {
  const [delivery] = await work.tx
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.organisationId, work.actor.organisationId),
        eq(deliveries.orderId, orderId),
        inArray(deliveries.status, [...LIVE_DELIVERY_STATUSES]),
      ),
    )
    .for("no key update");
  if (!delivery) return;
  const set = { closedAt: work.at, reason, decideAt: null };
  const cancelled = await moveDelivery(work, deps, delivery, { action: "cancel", as: "system", reason, set });
  if (delivery.courierId) await dropFromTrip(work, deps, cancelled, { tell: true });
  else await withdrawOffersFor(work, deps, delivery);
  await settleAlerts(work, deps, delivery.id, DELIVERY_ALERTS);
}
