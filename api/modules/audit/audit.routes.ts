import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { AuditFilters, AuditList, AuditQuery } from "#shared/contracts/audit";
import { auditFilters, readAudit } from "./read-audit";

export const auditRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/audit", tags: ["people"] })
    .use(signedIn(deps))
    .get("/", ({ actor, query }) => readAudit(deps, actor, query), {
      query: AuditQuery,
      response: AuditList,
      detail: { summary: "See who changed what" },
    })
    .get("/filters", ({ actor }) => auditFilters(deps, actor), {
      response: AuditFilters,
      detail: { summary: "What the log can be narrowed by" },
    });
