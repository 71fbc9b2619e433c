import { z } from "zod";

export const DispatchPolicyKind = z.enum(["manual", "broadcast", "queue", "score", "optimised"]);
export type DispatchPolicyKind = z.infer<typeof DispatchPolicyKind>;

/** How a branch finds its couriers. Kept with the branch; every field has a default so that old rows stay readable. */
export const DispatchSettings = z.object({
  policy: DispatchPolicyKind.default("optimised"),
  /** How long a courier may think about an exclusive offer. */
  offerSeconds: z.int().min(10).max(300).default(30),
  /** How many couriers an exclusive offer goes to, one after another, before a wave. */
  exclusiveTries: z.int().min(0).max(20).default(2),
  waveSize: z.int().min(2).max(20).default(3),
  /** Search radius at first, and the farthest that is ever searched. */
  radiusMetres: z.int().min(100).max(50_000).default(3_000),
  maxRadiusMetres: z.int().min(100).max(100_000).default(12_000),
  /** A position older than this is not dispatched on. */
  freshSeconds: z.int().min(30).max(3_600).default(180),
});
export type DispatchSettings = z.infer<typeof DispatchSettings>;
