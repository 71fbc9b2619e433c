import { learnAll } from "#api/modules/forecast/learn-all";
import type { Periodic } from "./periodic";

/** What couriers and kitchens have done becomes what is expected of them. */
export const learnFromHistory: Periodic = {
  name: "learn",
  everyMs: 20_000,
  run: async (deps) => {
    const rows = await learnAll(deps);
    if (rows > 0) deps.log.info({ rows }, "learnt from history");
  },
};
