import { z } from "zod";

/** What shows that the customer got it: their PIN, a photo at the door, or a dispatcher's word for it. */
export const ProofKind = z.enum(["pin", "photo", "staff"]);
export type ProofKind = z.infer<typeof ProofKind>;

/** The four digits that the customer reads out at the door. */
export const Pin = z.string().regex(/^\d{4}$/);

/** Wrong tries after which the PIN is locked and a dispatcher is rung. */
export const PIN_TRIES = 5;
