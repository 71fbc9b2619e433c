import type { AlertView } from "#shared/contracts/alert";
import type { BoardCourier, BoardOrder, BoardView } from "#shared/contracts/board";

export type AlertSubject = { order: BoardOrder | null; courier: BoardCourier | null };

/** The card of the board that an alert is about: its subject is an order, a delivery or a courier. */
export function alertSubject({ subjectId, details }: AlertView, board: BoardView): AlertSubject {
  const ids = new Set([subjectId, details.orderId, details.deliveryId, details.courierId]);
  const order = board.orders.find(({ id, delivery }) => ids.has(id) || (delivery !== null && ids.has(delivery.id)));
  const courier = board.couriers.find(({ id }) => ids.has(id));
  return { order: order ?? null, courier: courier ?? null };
}
