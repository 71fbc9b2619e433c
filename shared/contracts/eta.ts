import { z } from "zod";
import { Id } from "#shared/kernel/ids";

const moment = z.iso.datetime();

/**
 * When an order that is brought will be at the door, as far as can be told now. Three of five come within `from` and
 * `to`; `to` is what may be promised: four of five are there by then. Null: there is nothing left to tell.
 */
export const EtaView = z.object({
  orderId: Id,
  eta: z.object({ from: moment, likelyAt: moment, to: moment }).nullable(),
  /** What was promised when it was placed, or when the kitchen named a later time. */
  promisedAt: moment,
});
export type EtaView = z.infer<typeof EtaView>;
