import { Elysia } from "elysia";
import { alertsRoutes } from "./modules/alerts/alerts.routes";
import { deliveriesRoutes } from "./modules/deliveries/deliveries.routes";
import { offersRoutes } from "./modules/offers/offers.routes";
import { ordersRoutes } from "./modules/orders/orders.routes";
import { tripsRoutes } from "./modules/trips/trips.routes";
import { updatesRoutes } from "./modules/updates/updates.routes";
import { answerProblems } from "./platform/answer-problems";
import type { Deps } from "./platform/deps";

/** The table of contents of the HTTP API. */
export const buildApp = (deps: Deps) =>
  new Elysia()
    .use(answerProblems(deps))
    .use(updatesRoutes(deps))
    .use(alertsRoutes(deps))
    .use(ordersRoutes(deps))
    .use(deliveriesRoutes(deps))
    .use(offersRoutes(deps))
    .use(tripsRoutes(deps));
export type App = ReturnType<typeof buildApp>;
