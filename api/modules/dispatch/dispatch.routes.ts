import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { WaitingDeliveries, WaitingQuery } from "#shared/contracts/delivery";
import { seeWaiting } from "./see-waiting";

export const dispatchRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/dispatch", tags: ["dispatch"] })
    .use(signedIn(deps))
    .get("/waiting", ({ actor, query }) => seeWaiting(deps, actor, query), {
      query: WaitingQuery,
      response: WaitingDeliveries,
      detail: { summary: "What waits for a courier, and who could be sent, with reasons" },
    });
