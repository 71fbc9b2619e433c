import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { checkDependencies } from "./check-dependencies";

/** For whoever watches the process: does it run, and can it work? */
export const healthRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/health", tags: ["operating"] })
    .get("/live", () => ({ ok: true }), { detail: { summary: "The process runs" } })
    .get(
      "/ready",
      async ({ status }) => {
        const dependencies = await checkDependencies(deps);
        const ok = Object.values(dependencies).every((one) => one.ok);
        return status(ok ? 200 : 503, { ok, dependencies });
      },
      { detail: { summary: "Everything it needs is there, by name" } },
    );
