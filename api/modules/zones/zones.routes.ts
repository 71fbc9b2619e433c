import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { BranchRef, DeliveryTerms, PauseZone, TermsQuery, ZonePause } from "#shared/contracts/branch";
import { askTerms } from "./ask-terms";
import { pauseZone } from "./pause-zone";

export const zonesRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/zones", tags: ["branches"] })
    .use(signedIn(deps))
    .get("/terms", ({ actor, query }) => askTerms(deps, actor, query), {
      query: TermsQuery,
      response: DeliveryTerms,
      detail: { summary: "What would an address pay?" },
    })
    .put("/:id/pause", ({ actor, params, body }) => pauseZone(deps, actor, { ...params, ...body }), {
      params: BranchRef,
      body: PauseZone,
      response: ZonePause,
      detail: { summary: "Bring nothing to an area for a while; 0 minutes opens it again" },
    });
