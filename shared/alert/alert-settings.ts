import { z } from "zod";
import { RING_EVERY_MS, RINGS_PER_LEVEL } from "./alert-ladder";

/** How a branch is rung. Kept with the branch; every field has a default so that old rows stay readable. */
export const AlertSettings = z.object({
  /** Business seconds between two rings of an alert that nobody has answered. */
  ringEverySeconds: z
    .int()
    .min(15)
    .max(600)
    .default(RING_EVERY_MS / 1_000),
  /** Rings before the next level is woken: dispatchers on shift, all dispatchers, managers, the owner. */
  ringsPerLevel: z.int().min(1).max(20).default(RINGS_PER_LEVEL),
});
export type AlertSettings = z.infer<typeof AlertSettings>;

/** What holds where no branch says otherwise. */
export const USUAL_ALERTS: AlertSettings = AlertSettings.parse({});
