import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { PerformanceQuery, PerformanceView, ReportQuery, ReportView } from "#shared/contracts/report";
import { seePerformance } from "./see-performance";
import { seeReport } from "./see-report";

export const reportsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/reports", tags: ["reports"] })
    .use(signedIn(deps))
    .get("/", ({ actor, query }) => seeReport(deps, actor, query), {
      query: ReportQuery,
      response: ReportView,
      detail: { summary: "How the business went, and how it went before" },
    })
    .get("/couriers", ({ actor, query }) => seePerformance(deps, actor, query), {
      query: PerformanceQuery,
      response: PerformanceView,
      detail: { summary: "What the couriers did in a month" },
    });
