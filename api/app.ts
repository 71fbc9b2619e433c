import { Elysia } from "elysia";
import { addressesRoutes } from "./modules/addresses/addresses.routes";
import { alertsRoutes } from "./modules/alerts/alerts.routes";
import { botsRoutes, runnableBotsRoutes } from "./modules/bots/bots.routes";
import { branchesRoutes } from "./modules/branches/branches.routes";
import { cartsRoutes } from "./modules/carts/carts.routes";
import { couriersRoutes, positionsRoutes } from "./modules/couriers/couriers.routes";
import { deliveriesRoutes } from "./modules/deliveries/deliveries.routes";
import { dispatchRoutes } from "./modules/dispatch/dispatch.routes";
import { erasureRoutes } from "./modules/erasure/erasure.routes";
import { healthRoutes } from "./modules/health/health.routes";
import { mediaRoutes } from "./modules/media/media.routes";
import { menuRoutes } from "./modules/menu/menu.routes";
import { inboxRoutes, outletRoutes } from "./modules/notifications/notifications.routes";
import { offersRoutes } from "./modules/offers/offers.routes";
import { ordersRoutes, paymentsRoutes } from "./modules/orders/orders.routes";
import { pagesRoutes } from "./modules/pages/pages.routes";
import { membersRoutes } from "./modules/people/members.routes";
import { meRoutes, peopleRoutes } from "./modules/people/people.routes";
import { ratingsRoutes, tipsRoutes } from "./modules/ratings/ratings.routes";
import { signInRoutes, signOutRoutes } from "./modules/sign-in/sign-in.routes";
import { tripsRoutes } from "./modules/trips/trips.routes";
import { updatesRoutes } from "./modules/updates/updates.routes";
import { zonesRoutes } from "./modules/zones/zones.routes";
import { answerProblems } from "./platform/answer-problems";
import type { Deps } from "./platform/deps";
import { storageRoutes } from "./platform/storage/storage.routes";

/** The table of contents of the HTTP API. */
export const buildApp = (deps: Deps) =>
  new Elysia()
    .use(answerProblems(deps))
    .use(membersRoutes(deps))
    .use(healthRoutes(deps))
    .use(pagesRoutes(deps))
    .use(signInRoutes(deps))
    .use(signOutRoutes(deps))
    .use(runnableBotsRoutes(deps))
    .use(botsRoutes(deps))
    .use(peopleRoutes(deps))
    .use(meRoutes(deps))
    .use(outletRoutes(deps))
    .use(inboxRoutes(deps))
    .use(updatesRoutes(deps))
    .use(alertsRoutes(deps))
    .use(ordersRoutes(deps))
    .use(paymentsRoutes(deps))
    .use(cartsRoutes(deps))
    .use(branchesRoutes(deps))
    .use(menuRoutes(deps))
    .use(zonesRoutes(deps))
    .use(addressesRoutes(deps))
    .use(ratingsRoutes(deps))
    .use(tipsRoutes(deps))
    .use(mediaRoutes(deps))
    .use(storageRoutes(deps))
    .use(erasureRoutes(deps))
    .use(couriersRoutes(deps))
    .use(positionsRoutes(deps))
    .use(dispatchRoutes(deps))
    .use(deliveriesRoutes(deps))
    .use(offersRoutes(deps))
    .use(tripsRoutes(deps));
export type App = ReturnType<typeof buildApp>;
