import { z } from "zod";

/** How a trip is offered: to one courier, to a few at once, to everyone near, or given by a dispatcher's hand. */
export const OfferMode = z.enum(["exclusive", "wave", "everyone", "manual"]);
export type OfferMode = z.infer<typeof OfferMode>;

/** `lost`: another courier was faster. `withdrawn`: called back, the delivery ended, or no chat showed it in time. All but `live` are final. */
export const OfferStatus = z.enum(["live", "accepted", "declined", "expired", "lost", "withdrawn"]);
export type OfferStatus = z.infer<typeof OfferStatus>;

/** Why a courier does not take an offer. */
export const DeclineReason = z.enum([
  "too_far",
  "low_pay",
  "busy",
  "vehicle_problem",
  "too_big",
  "unsafe_area",
  "ending_shift",
  "other",
]);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** Why a delivery lost the courier it had. `gone_silent` and `went_offline` are the house's own. */
export const ReleaseReason = z.enum([
  "vehicle_problem",
  "accident",
  "cannot_reach_branch",
  "kitchen_too_slow",
  "better_courier",
  "gone_silent",
  "went_offline",
  "other",
]);
export type ReleaseReason = z.infer<typeof ReleaseReason>;
