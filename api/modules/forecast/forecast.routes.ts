import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { EtaView } from "#shared/contracts/eta";
import { OrderRef } from "#shared/contracts/order";
import { seeEta } from "./see-eta";

export const forecastRoutes = (deps: Deps) =>
  new Elysia({ tags: ["orders"] })
    .use(signedIn(deps))
    .get("/orders/:id/eta", ({ actor, params }) => seeEta(deps, actor, params.id), {
      params: OrderRef,
      response: EtaView,
      detail: { summary: "When an order will be there" },
    });
