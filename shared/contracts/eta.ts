import { z } from "zod";
import { Id } from "#shared/kernel/ids";

const moment = z.iso.datetime();

/**
 * When an order that is brought will be at the door, as far as can be told now. Three of five come within `from` and
 * `to`; `to` is what may be promised: four of five are there by then.
 */
export const EtaRange = z.object({ from: moment, likelyAt: moment, to: moment });
export type EtaRange = z.infer<typeof EtaRange>;

export const EtaView = z.object({
  orderId: Id,
  /** Null: there is nothing left to tell, or only the promise. */
  eta: EtaRange.nullable(),
  /** What was promised when it was placed, or when the kitchen named a later time. */
  promisedAt: moment,
});
export type EtaView = z.infer<typeof EtaView>;
