import { z } from "zod";
import { Price } from "#shared/kernel/money";

/** What bringing it costs inside a zone, in minor units of the branch's currency. */
export const FeeRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("flat"), feeMinor: Price, freeFromMinor: Price.optional() }),
  z.object({
    kind: z.literal("per_km"),
    baseMinor: Price,
    perKmMinor: Price,
    includedMetres: z.int().min(0).max(100_000),
    freeFromMinor: Price.optional(),
  }),
]);
export type FeeRule = z.infer<typeof FeeRule>;
