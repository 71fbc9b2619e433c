import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { BoardChangesQuery, BoardPart, BoardView, KitchenQuery, KitchenView } from "#shared/contracts/board";
import { seeBoard, seeBoardChanges } from "./see-board";
import { seeKitchen } from "./see-kitchen";

export const boardRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/board", tags: ["dispatch"] })
    .use(signedIn(deps))
    .get("/", ({ actor }) => seeBoard(deps, actor), {
      response: BoardView,
      detail: { summary: "Open orders, couriers, branches, zones and what rings, at one moment" },
    })
    .get("/changes", ({ actor, query }) => seeBoardChanges(deps, actor, query), {
      query: BoardChangesQuery,
      response: BoardPart,
      detail: { summary: "These orders and couriers anew, after an event named them" },
    })
    .get("/kitchen", ({ actor, query }) => seeKitchen(deps, actor, query), {
      query: KitchenQuery,
      response: KitchenView,
      detail: { summary: "What a kitchen has to cook now" },
    });
