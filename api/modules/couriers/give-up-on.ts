import { and, eq, inArray } from "drizzle-orm";
import { answeredLately } from "#api/modules/alerts/answered-lately";
import { openAlert } from "#api/modules/alerts/open-alert";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { lockDelivery } from "#api/modules/deliveries/lock-delivery";
import { release } from "#api/modules/deliveries/release-delivery";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { deliveries, orders } from "#drizzle/schema/index";
import {
  CARRIED_DELIVERY_STATUSES,
  type DeliveryStatus,
  ON_BOARD_DELIVERY_STATUSES,
} from "#shared/delivery/delivery-status";
import type { ReleaseReason } from "#shared/delivery/offer";
import type { Id } from "#shared/kernel/ids";
import type { CourierRow } from "./lock-courier";

/**
 * Nobody counts on this courier any more: what he has not fetched yet is given to another, and the dispatchers are rung
 * for what he has on board, again ten minutes after somebody took it. The house does it, whoever asked for it: his
 * deliveries may be of branches that are not theirs.
 */
export async function giveUpOn(
  asked: Work,
  deps: Deps,
  { organisationId, id: courierId }: CourierRow,
  reason: Extract<ReleaseReason, "gone_silent" | "went_offline">,
): Promise<void> {
  const work: Work = { ...asked, actor: systemActor(organisationId) };
  const his = await carriedBy(work, courierId);
  for (const { id } of his.filter(({ status }) => !isOnBoard(status))) {
    const held = await lockDelivery(work, id);
    if (held.courierId === courierId && isToFetch(held.status)) await release(work, deps, held, reason);
  }
  const onBoard = his.filter(({ status }) => isOnBoard(status));
  if (onBoard.length === 0) return settleAlerts(work, deps, courierId, ["courier_silent"]);
  if ((await answeredLately(work, "courier_silent", [courierId])).has(courierId)) return;
  await openAlert(work, deps, {
    kind: "courier_silent",
    subjectId: courierId,
    branchId: onBoard[0]!.branchId,
    details: { courierId, onBoard: onBoard.map(({ id, code }) => ({ deliveryId: id, code })) },
  });
}

const isOnBoard = (status: DeliveryStatus): boolean => ON_BOARD_DELIVERY_STATUSES.some((each) => each === status);
const isToFetch = (status: DeliveryStatus): boolean =>
  CARRIED_DELIVERY_STATUSES.some((each) => each === status) && !isOnBoard(status);

const carriedBy = ({ tx, actor }: Work, courierId: Id) =>
  tx
    .select({ id: deliveries.id, status: deliveries.status, branchId: deliveries.branchId, code: orders.code })
    .from(deliveries)
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        eq(deliveries.courierId, courierId),
        inArray(deliveries.status, [...CARRIED_DELIVERY_STATUSES]),
      ),
    )
    .orderBy(deliveries.id);
