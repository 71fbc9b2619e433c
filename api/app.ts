import { Elysia } from "elysia";
import { alertsRoutes } from "./modules/alerts/alerts.routes";
import { ordersRoutes } from "./modules/orders/orders.routes";
import { updatesRoutes } from "./modules/updates/updates.routes";
import { answerProblems } from "./platform/answer-problems";
import type { Deps } from "./platform/deps";

/** The table of contents of the HTTP API. */
export const buildApp = (deps: Deps) =>
  new Elysia().use(answerProblems(deps)).use(updatesRoutes(deps)).use(alertsRoutes(deps)).use(ordersRoutes(deps));
export type App = ReturnType<typeof buildApp>;
