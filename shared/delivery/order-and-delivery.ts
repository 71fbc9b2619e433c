import type { Doer } from "#shared/kernel/role";
import { nextStatus, type OrderAction, type OrderState, type OrderStatus } from "#shared/order/order-status";
import { type DeliveryAction, type DeliveryStatus, nextDeliveryStatus } from "./delivery-status";

/** What a delivery's action does to its order, as the house. Actions that are not here leave the order alone. */
export const ORDER_FOLLOWS: Readonly<Partial<Record<DeliveryAction, OrderAction>>> = {
  pick_up: "pick_up",
  hand_over: "hand_over",
  fail: "fail",
};

/** What an order's action does to its delivery: `open` gives it one, which waits for a courier. */
export const DELIVERY_FOLLOWS: Readonly<Partial<Record<OrderAction, "open" | "cancel">>> = {
  confirm: "open",
  cancel: "cancel",
  call_off: "cancel",
};

/** The statuses that an order can have while its delivery has this one; any other pair is a bug. */
export const ORDER_WHILE: Readonly<Record<DeliveryStatus, readonly OrderStatus[]>> = {
  waiting: ["confirmed", "preparing", "ready"],
  offered: ["confirmed", "preparing", "ready"],
  assigned: ["confirmed", "preparing", "ready"],
  at_pickup: ["confirmed", "preparing", "ready"],
  picked_up: ["picked_up"],
  at_dropoff: ["picked_up"],
  delivered: ["delivered"],
  cancelled: ["cancelled"],
  failed: ["failed", "returned"],
};

/** An order with its delivery; `null` while it is not confirmed, and for good when the customer collects it. */
export type OrderAndDelivery = { readonly order: OrderState; readonly delivery: DeliveryStatus | null };

/** @throws Refusal `order.action_not_allowed` */
export function advanceOrderOf(pair: OrderAndDelivery, action: OrderAction, doer: Doer): OrderAndDelivery {
  const order = { ...pair.order, status: nextStatus(pair.order, action, doer) };
  return { order, delivery: deliveryAfter(pair, action) };
}

function deliveryAfter({ order, delivery }: OrderAndDelivery, action: OrderAction): DeliveryStatus | null {
  const follows = DELIVERY_FOLLOWS[action];
  if (follows === "open" && order.fulfilment === "delivery") return "waiting";
  if (follows === "cancel" && delivery) return nextDeliveryStatus(delivery, "cancel", "system");
  return delivery;
}

/** @throws Refusal `delivery.action_not_allowed` */
export function advanceDeliveryOf(
  pair: OrderAndDelivery & { delivery: DeliveryStatus },
  action: DeliveryAction,
  doer: Doer,
): OrderAndDelivery {
  const delivery = nextDeliveryStatus(pair.delivery, action, doer);
  const follows = ORDER_FOLLOWS[action];
  const status = follows ? nextStatus(pair.order, follows, "system") : pair.order.status;
  return { order: { ...pair.order, status }, delivery };
}
