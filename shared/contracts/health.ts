import { z } from "zod";

export const Alive = z.object({ alive: z.literal(true) });

/** Whether a dependency answers, and how long it took. */
export const DependencyHealth = z.object({ ok: z.boolean(), ms: z.number() });
export const Readiness = z.object({
  ready: z.boolean(),
  dependencies: z.object({ postgres: DependencyHealth, redis: DependencyHealth, storage: DependencyHealth }),
});
export type Readiness = z.infer<typeof Readiness>;
