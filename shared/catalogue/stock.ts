import { z } from "zod";

/** Why a stock figure changed. `sold` and `given_back` carry their order. */
export const StockReason = z.enum(["sold", "given_back", "received", "counted", "spoiled"]);
export type StockReason = z.infer<typeof StockReason>;
