import { purge } from "#api/modules/housekeeping/purge";
import type { Periodic } from "./periodic";

export const purgeOld: Periodic = {
  name: "purge",
  everyMs: 15 * 60_000,
  run: async (deps) => {
    deps.log.info({ forgotten: await purge(deps) }, "purged");
  },
};
