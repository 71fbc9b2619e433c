import { z } from "zod";
import { Refusal } from "#shared/kernel/refusal";
import type { Doer } from "#shared/kernel/role";
import { allows, type StatusTable, terminalStatuses } from "#shared/kernel/status-table";

/** What dispatcher and courier see. `offered`: at least one courier has a live offer for it. */
export const DeliveryStatus = z.enum([
  "waiting",
  "offered",
  "assigned",
  "at_pickup",
  "picked_up",
  "at_dropoff",
  "delivered",
  "cancelled",
  "failed",
]);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

export const DeliveryAction = z.enum([
  "offer",
  "lapse",
  "withdraw",
  "accept",
  "assign",
  "reassign",
  "release",
  "arrive_pickup",
  "pick_up",
  "take_over",
  "arrive_dropoff",
  "hand_over",
  "fail",
  "cancel",
]);
export type DeliveryAction = z.infer<typeof DeliveryAction>;

const DISPATCH = ["dispatcher", "manager", "owner"] as const;
/** Dispatch may tap for a courier whose phone is dead. */
const ROAD = ["courier", ...DISPATCH] as const;

/**
 * The life of a delivery: one row per action. `lapse`: its last live offer was declined or ran out. `release`: the
 * courier it had goes, it waits again. `reassign`: another courier fetches it. `take_over`: another courier takes the
 * goods from the first one. `cancel` follows the order and is done by the house alone.
 */
export const DELIVERY_RULES: StatusTable<DeliveryAction, DeliveryStatus> = {
  offer: { from: ["waiting"], to: "offered", by: ["system", ...DISPATCH] },
  lapse: { from: ["offered"], to: "waiting", by: ["system"] },
  withdraw: { from: ["offered"], to: "waiting", by: DISPATCH },
  accept: { from: ["offered"], to: "assigned", by: ["courier"] },
  assign: { from: ["waiting", "offered"], to: "assigned", by: DISPATCH },
  reassign: { from: ["assigned", "at_pickup"], to: "assigned", by: DISPATCH },
  release: { from: ["assigned", "at_pickup"], to: "waiting", by: [...ROAD, "system"] },
  arrive_pickup: { from: ["assigned"], to: "at_pickup", by: ROAD },
  pick_up: { from: ["assigned", "at_pickup"], to: "picked_up", by: ROAD },
  take_over: { from: ["picked_up", "at_dropoff"], to: "picked_up", by: DISPATCH },
  arrive_dropoff: { from: ["picked_up"], to: "at_dropoff", by: ROAD },
  hand_over: { from: ["picked_up", "at_dropoff"], to: "delivered", by: ROAD },
  fail: { from: ["picked_up", "at_dropoff"], to: "failed", by: ROAD },
  cancel: { from: ["waiting", "offered", "assigned", "at_pickup"], to: "cancelled", by: ["system"] },
};

/** Actions open to `doer` now. */
export const deliveryActionsFor = (status: DeliveryStatus, doer: Doer): DeliveryAction[] =>
  DeliveryAction.options.filter((action) => allows(DELIVERY_RULES[action], status, doer));

/** @throws Refusal `delivery.action_not_allowed` */
export function nextDeliveryStatus(status: DeliveryStatus, action: DeliveryAction, doer: Doer): DeliveryStatus {
  if (allows(DELIVERY_RULES[action], status, doer)) return DELIVERY_RULES[action].to;
  throw new Refusal("delivery.action_not_allowed", { status, action, role: doer });
}

export const TERMINAL_DELIVERY_STATUSES: readonly DeliveryStatus[] = terminalStatuses(
  DELIVERY_RULES,
  DeliveryStatus.options,
);

/** A delivery that still needs somebody: an order has at most one such at a time. */
export const LIVE_DELIVERY_STATUSES = [
  "waiting",
  "offered",
  "assigned",
  "at_pickup",
  "picked_up",
  "at_dropoff",
] as const satisfies readonly DeliveryStatus[];

/** A courier is bound by it. */
export const CARRIED_DELIVERY_STATUSES = [
  "assigned",
  "at_pickup",
  "picked_up",
  "at_dropoff",
] as const satisfies readonly DeliveryStatus[];

/** The goods are in the courier's bag: from here a vanished courier is an alert, not a new offer. */
export const ON_BOARD_DELIVERY_STATUSES = ["picked_up", "at_dropoff"] as const satisfies readonly DeliveryStatus[];
