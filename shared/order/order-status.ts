import { z } from "zod";
import { Refusal } from "#shared/kernel/refusal";
import type { Doer } from "#shared/kernel/role";
import { allows, type StatusRule, terminalStatuses } from "#shared/kernel/status-table";
import { Fulfilment } from "./fulfilment";

/**
 * What kitchen and customer see. An order to be paid by invoice begins in `awaiting_payment`, where it alerts nobody;
 * a cash order begins in `placed`. `failed`: the courier could not hand it over.
 */
export const OrderStatus = z.enum([
  "awaiting_payment",
  "placed",
  "confirmed",
  "preparing",
  "ready",
  "picked_up",
  "delivered",
  "rejected",
  "cancelled",
  "expired",
  "failed",
  "returned",
]);
export type OrderStatus = z.infer<typeof OrderStatus>;

export const OrderAction = z.enum([
  "pay",
  "expire",
  "confirm",
  "reject",
  "start_preparing",
  "mark_ready",
  "pick_up",
  "hand_over",
  "collect",
  "fail",
  "return",
  "cancel",
  "call_off",
]);
export type OrderAction = z.infer<typeof OrderAction>;

type OrderRule = StatusRule<OrderStatus> & { readonly of: readonly Fulfilment[] };

const STAFF = ["kitchen", "dispatcher", "manager", "owner"] as const;
const HOUSE = ["system"] as const;
const EITHER = Fulfilment.options;

/**
 * The life of an order: one row per action. Whatever is not here is refused. Rows of the house (`system`) follow a
 * payment, a deadline or the delivery (`order-and-delivery.ts`); nobody can call them from outside. A courier may
 * pick up food whose kitchen forgot to mark it ready. The customer cancels until cooking begins, staff until pick-up.
 */
export const ORDER_RULES: Readonly<Record<OrderAction, OrderRule>> = {
  pay: { from: ["awaiting_payment"], to: "placed", by: HOUSE, of: EITHER },
  expire: { from: ["awaiting_payment"], to: "expired", by: HOUSE, of: EITHER },
  confirm: { from: ["placed"], to: "confirmed", by: STAFF, of: EITHER },
  reject: { from: ["placed"], to: "rejected", by: STAFF, of: EITHER },
  start_preparing: { from: ["confirmed"], to: "preparing", by: STAFF, of: EITHER },
  mark_ready: { from: ["confirmed", "preparing"], to: "ready", by: STAFF, of: EITHER },
  pick_up: { from: ["confirmed", "preparing", "ready"], to: "picked_up", by: HOUSE, of: ["delivery"] },
  hand_over: { from: ["picked_up"], to: "delivered", by: HOUSE, of: ["delivery"] },
  collect: { from: ["ready"], to: "delivered", by: STAFF, of: ["pickup"] },
  fail: { from: ["picked_up"], to: "failed", by: HOUSE, of: ["delivery"] },
  return: { from: ["failed"], to: "returned", by: ["courier", ...STAFF], of: ["delivery"] },
  cancel: { from: ["awaiting_payment", "placed", "confirmed"], to: "cancelled", by: ["customer"], of: EITHER },
  call_off: { from: ["placed", "confirmed", "preparing", "ready"], to: "cancelled", by: STAFF, of: EITHER },
};

/** What the rules need to know of an order. */
export type OrderState = { readonly status: OrderStatus; readonly fulfilment: Fulfilment };

/** Actions open to `doer` now: the API's check, the bot's buttons and the mini-app's footer. */
export const actionsFor = ({ status, fulfilment }: OrderState, doer: Doer): OrderAction[] =>
  OrderAction.options.filter((action) => {
    const rule = ORDER_RULES[action];
    return rule.of.includes(fulfilment) && allows(rule, status, doer);
  });

/** @throws Refusal `order.action_not_allowed` */
export function nextStatus(order: OrderState, action: OrderAction, doer: Doer): OrderStatus {
  if (actionsFor(order, doer).includes(action)) return ORDER_RULES[action].to;
  throw new Refusal("order.action_not_allowed", { status: order.status, action, role: doer });
}

/** Nothing leads on from here. */
export const TERMINAL_ORDER_STATUSES: readonly OrderStatus[] = terminalStatuses(ORDER_RULES, OrderStatus.options);

/** The kitchen, a courier or the customer still waits for something: what "my orders" and the board show as open. */
export const OPEN_ORDER_STATUSES = [
  "awaiting_payment",
  "placed",
  "confirmed",
  "preparing",
  "ready",
  "picked_up",
] as const satisfies readonly OrderStatus[];
