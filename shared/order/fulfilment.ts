import { z } from "zod";

/** How the food reaches the customer: a courier brings it, or the customer collects it at the counter. */
export const Fulfilment = z.enum(["delivery", "pickup"]);
export type Fulfilment = z.infer<typeof Fulfilment>;
