import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { Alive, BusinessTime, Readiness } from "#shared/contracts/health";
import { checkDependencies } from "./check-dependencies";
import { fillGauges } from "./fill-gauges";

/** For whoever operates it; no sign-in, and behind a public origin only `/health` and `/time` should be reachable. */
export const healthRoutes = (deps: Deps) =>
  new Elysia({ tags: ["operating"] })
    .get("/time", () => ({ nowMs: deps.clock.now().getTime(), speed: deps.clock.speed }), {
      response: BusinessTime,
      detail: { summary: "What time is it here?" },
    })
    .get("/health/live", () => ({ alive: true as const }), {
      response: Alive,
      detail: { summary: "Is the process alive?" },
    })
    .get(
      "/health/ready",
      async ({ set }) => {
        const readiness = await checkDependencies(deps);
        if (!readiness.ready) set.status = 503;
        return readiness;
      },
      { response: { 200: Readiness, 503: Readiness }, detail: { summary: "Does every dependency answer?" } },
    )
    .get(
      "/metrics",
      async ({ set }) => {
        await fillGauges(deps);
        set.headers["content-type"] = deps.metrics.registry.contentType;
        return deps.metrics.registry.metrics();
      },
      { detail: { summary: "Figures for Prometheus" } },
    );
