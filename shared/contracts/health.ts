import { z } from "zod";

export const Alive = z.object({ alive: z.literal(true) });

/**
 * What the clock of the business shows, and how many of its seconds pass in a second: a phone counts deadlines by it,
 * since its own clock may be wrong.
 */
export const BusinessTime = z.object({ nowMs: z.number(), speed: z.number() });
export type BusinessTime = z.infer<typeof BusinessTime>;

/** Whether a dependency answers, and how long it took. */
export const DependencyHealth = z.object({ ok: z.boolean(), ms: z.number() });
export const Readiness = z.object({
  ready: z.boolean(),
  dependencies: z.object({ postgres: DependencyHealth, redis: DependencyHealth, storage: DependencyHealth }),
});
export type Readiness = z.infer<typeof Readiness>;
