import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { BranchRef, DeliveryTerms, PauseZone, TermsQuery, ZonePause } from "#shared/contracts/branch";
import { NewZone, ZoneChange, ZoneList, ZoneRef, ZonesQuery, ZoneView } from "#shared/contracts/zone";
import { askTerms } from "./ask-terms";
import { archiveZone, changeZone, drawZone } from "./edit-zones";
import { listZones } from "./list-zones";
import { pauseZone } from "./pause-zone";

export const zonesRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/zones", tags: ["branches"] })
    .use(signedIn(deps))
    .get("/", ({ actor, query }) => listZones(deps, actor, query), {
      query: ZonesQuery,
      response: ZoneList,
      detail: { summary: "Zones with their borders" },
    })
    .post("/", ({ actor, body }) => drawZone(deps, actor, body), {
      body: NewZone,
      response: ZoneView,
      detail: { summary: "Draw a zone" },
    })
    .get("/terms", ({ actor, query }) => askTerms(deps, actor, query), {
      query: TermsQuery,
      response: DeliveryTerms,
      detail: { summary: "What would an address pay?" },
    })
    .patch("/:id", ({ actor, params, body }) => changeZone(deps, actor, { ...params, ...body }), {
      params: ZoneRef,
      body: ZoneChange,
      response: ZoneView,
      detail: { summary: "Set border, name, fee, minimum or promise of a zone" },
    })
    .post("/:id/archive", ({ actor, params }) => archiveZone(deps, actor, params), {
      params: ZoneRef,
      response: ZoneRef,
      detail: { summary: "Bring nothing there any more" },
    })
    .put("/:id/pause", ({ actor, params, body }) => pauseZone(deps, actor, { ...params, ...body }), {
      params: BranchRef,
      body: PauseZone,
      response: ZonePause,
      detail: { summary: "Bring nothing to an area for a while; 0 minutes opens it again" },
    });
