import { z } from "zod";
import type { OrderAction } from "./order-status";

/** Why the kitchen does not take an order. */
export const RejectReason = z.enum([
  "too_busy",
  "out_of_stock",
  "closing",
  "cannot_reach_address",
  "suspicious",
  "other",
]);
export type RejectReason = z.infer<typeof RejectReason>;

/** Why the customer takes an order back. */
export const CancelReason = z.enum(["changed_mind", "ordered_by_mistake", "too_slow", "wrong_address", "other"]);
export type CancelReason = z.infer<typeof CancelReason>;

/** Why staff ends an order that it had taken. */
export const CallOffReason = z.enum([
  "customer_asked",
  "out_of_stock",
  "no_courier",
  "kitchen_problem",
  "payment_problem",
  "not_collected",
  "suspicious",
  "other",
]);
export type CallOffReason = z.infer<typeof CallOffReason>;

/** Why an order could not be handed over at the door. */
export const FailReason = z.enum([
  "customer_unreachable",
  "wrong_address",
  "customer_refused",
  "customer_cannot_pay",
  "damaged",
  "unsafe",
  "other",
]);
export type FailReason = z.infer<typeof FailReason>;

/** Actions that need a reason, and the reasons to choose from. */
export const ORDER_REASONS = {
  reject: RejectReason,
  cancel: CancelReason,
  call_off: CallOffReason,
  fail: FailReason,
} as const satisfies Partial<Record<OrderAction, z.ZodEnum>>;
