import { Elysia } from "elysia";
import { z } from "zod";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { BranchesQuery, BranchRef, BranchView, ExtraPromise, PauseBranch } from "#shared/contracts/branch";
import { BranchSettings, BranchSettingsChange, NewBranch } from "#shared/contracts/branch-settings";
import type { Point } from "#shared/kernel/geo";
import { archiveBranch } from "./archive-branch";
import { changeBranchSettings } from "./change-branch-settings";
import { openBranch } from "./open-branch";
import { lengthenPromises, pauseBranch } from "./pause-branch";
import { seeBranchSettings } from "./read-branch-settings";
import { seeBranch, seeBranches } from "./see-branches";

const pointOf = ({ lat, lng }: Partial<Point>): Point | null =>
  lat === undefined || lng === undefined ? null : { lat, lng };

export const branchesRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/branches", tags: ["branches"] })
    .use(signedIn(deps))
    .get("/", ({ actor, query }) => seeBranches(deps, actor, pointOf(query)), {
      query: BranchesQuery,
      response: z.array(BranchView),
      detail: { summary: "Branches that deliver to a point or offer pick-up, nearest first" },
    })
    .get("/:id", ({ actor, params, query }) => seeBranch(deps, actor, params.id, pointOf(query)), {
      params: BranchRef,
      query: BranchesQuery,
      response: BranchView,
      detail: { summary: "One branch" },
    })
    .put("/:id/pause", ({ actor, params, body }) => pauseBranch(deps, actor, { ...params, ...body }), {
      params: BranchRef,
      body: PauseBranch,
      response: BranchView,
      detail: { summary: "Take no orders for a while; 0 minutes opens again" },
    })
    .put("/:id/extra-promise", ({ actor, params, body }) => lengthenPromises(deps, actor, { ...params, ...body }), {
      params: BranchRef,
      body: ExtraPromise,
      response: BranchView,
      detail: { summary: "Promise more time for a while" },
    })
    .post("/", ({ actor, body }) => openBranch(deps, actor, body), {
      body: NewBranch,
      response: BranchSettings,
      detail: { summary: "Open a further branch that works like another" },
    })
    .get("/:id/settings", ({ actor, params }) => seeBranchSettings(deps, actor, params.id), {
      params: BranchRef,
      response: BranchSettings,
      detail: { summary: "All that can be set of a branch" },
    })
    .patch("/:id/settings", ({ actor, params, body }) => changeBranchSettings(deps, actor, { ...params, ...body }), {
      params: BranchRef,
      body: BranchSettingsChange,
      response: BranchSettings,
      detail: { summary: "Set details, hours, holidays, dispatch, alerts or pay" },
    })
    .post("/:id/archive", ({ actor, params }) => archiveBranch(deps, actor, params), {
      params: BranchRef,
      response: BranchRef,
      detail: { summary: "Close a branch for good" },
    });
