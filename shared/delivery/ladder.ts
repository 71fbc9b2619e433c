import { z } from "zod";

/** How far the search for a courier has come: each step asks more people, the last one asks a human being. */
export const LadderStep = z.enum(["exclusive", "wave", "everyone", "partner", "human"]);
export type LadderStep = z.infer<typeof LadderStep>;
