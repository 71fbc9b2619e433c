import { z } from "zod";

export const PaymentMethod = z.enum(["cash", "invoice"]);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** Never stored as a truth of its own: it follows from the movements. `void`: ended before anything was paid. */
export const PaymentState = z.enum(["unpaid", "paid", "partially_refunded", "refunded", "void"]);
export type PaymentState = z.infer<typeof PaymentState>;
