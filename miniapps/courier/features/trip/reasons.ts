import type { DeclineReason } from "#shared/delivery/offer";
import type { FailReason } from "#shared/order/order-reasons";
import type { OwnReleaseReason } from "../../outbox/courier-action";

/**
 * The reasons of `shared`, whose lists carry zod, in the order in which couriers give them. A `Record` misses none, and
 * the compiler says so when one is added.
 */
const listed = <Reason extends string>(all: Record<Reason, true>) => Object.keys(all) as Reason[];

export const FAIL_REASONS = listed<FailReason>({
  customer_unreachable: true,
  wrong_address: true,
  customer_refused: true,
  customer_cannot_pay: true,
  damaged: true,
  unsafe: true,
  other: true,
});

export const RELEASE_REASONS = listed<OwnReleaseReason>({
  vehicle_problem: true,
  accident: true,
  cannot_reach_branch: true,
  kitchen_too_slow: true,
  better_courier: true,
  other: true,
});

export const DECLINE_REASONS = listed<DeclineReason>({
  too_far: true,
  low_pay: true,
  busy: true,
  vehicle_problem: true,
  too_big: true,
  unsafe_area: true,
  ending_shift: true,
  other: true,
});
