import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { AlertHistory, AlertList, AlertQuery, AlertRef, AlertView } from "#shared/contracts/alert";
import { acknowledgeAlert } from "./acknowledge-alert";
import { listAlerts, seeAlert } from "./see-alerts";

export const alertsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/alerts", tags: ["alerts"] })
    .use(signedIn(deps))
    .get("/", ({ actor, query }) => listAlerts(deps, actor, query), {
      query: AlertQuery,
      response: AlertList,
      detail: { summary: "See what rings" },
    })
    .get("/:id", ({ actor, params }) => seeAlert(deps, actor, params), {
      params: AlertRef,
      response: AlertHistory,
      detail: { summary: "See one alert and its rings" },
    })
    .post("/:id/acknowledge", ({ actor, params }) => acknowledgeAlert(deps, actor, params), {
      params: AlertRef,
      response: AlertView,
      detail: { summary: "Take an alert, so that it falls silent" },
    });
