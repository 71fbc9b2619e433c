import { z } from "zod";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";

/** A moving pin in a customer's chat while a courier carries their order. */
export const LivePin = z.object({
  orderId: Id,
  /** Telegram's id of the private chat. */
  chatId: z.int(),
  /** Where the courier was last; null: not known, leave the pin where it is. */
  position: Point.nullable(),
  /** The pin that stands in the chat; null: there is none yet. */
  messageId: z.int().nullable(),
  /** The order is not on its way any more: stop the pin. */
  ended: z.boolean(),
});
export type LivePin = z.infer<typeof LivePin>;
export const LivePins = z.object({ pins: z.array(LivePin) });

export const PinRef = z.object({ orderId: Id });
export const PinPlaced = z.object({ messageId: z.int().min(1) });
export const PinKept = z.object({ kept: z.boolean() });
