import type { OrderView } from "#shared/contracts/order";

/** What a customer follows: sent, in the kitchen, on the way (or ready to be collected), there. */
export const STAGES = ["sent", "kitchen", "way", "there"] as const;
export type Stage = (typeof STAGES)[number];

const STAGE_OF: Partial<Record<OrderView["status"], Stage>> = {
  awaiting_payment: "sent",
  placed: "sent",
  confirmed: "kitchen",
  preparing: "kitchen",
  ready: "kitchen",
  picked_up: "way",
  delivered: "there",
};

/** @returns `null` for an order that came to nothing */
export function stageOf({ status, fulfilment }: Pick<OrderView, "status" | "fulfilment">): Stage | null {
  if (status === "ready" && fulfilment === "pickup") return "way";
  return STAGE_OF[status] ?? null;
}

/** The text that stands on top: how the delivery stands says more than the order, once a courier has it. */
export function headlineOf({
  status,
  fulfilment,
  delivery,
}: Pick<OrderView, "status" | "fulfilment" | "delivery">): string {
  if (status === "ready" && fulfilment === "pickup") return "track-head-collect";
  if (status === "picked_up" && delivery?.status === "at_dropoff") return "track-head-at-door";
  return `track-head-${status.replaceAll("_", "-")}`;
}
