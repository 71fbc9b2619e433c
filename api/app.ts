import { Elysia } from "elysia";
import { addressesRoutes } from "./modules/addresses/addresses.routes";
import { alertsRoutes } from "./modules/alerts/alerts.routes";
import { auditRoutes } from "./modules/audit/audit.routes";
import { boardRoutes } from "./modules/board/board.routes";
import { botsRoutes, runnableBotsRoutes } from "./modules/bots/bots.routes";
import { branchesRoutes } from "./modules/branches/branches.routes";
import { brandMenuRoutes } from "./modules/brand-menu/brand-menu.routes";
import { cartsRoutes } from "./modules/carts/carts.routes";
import { chatRoutes } from "./modules/chat/chat.routes";
import { couriersRoutes, orderPositionRoutes, positionsRoutes } from "./modules/couriers/couriers.routes";
import { deliveriesRoutes } from "./modules/deliveries/deliveries.routes";
import { dispatchRoutes } from "./modules/dispatch/dispatch.routes";
import { downloadsRoutes } from "./modules/downloads/downloads.routes";
import { erasureRoutes } from "./modules/erasure/erasure.routes";
import { favouritesRoutes } from "./modules/favourites/favourites.routes";
import { forecastRoutes } from "./modules/forecast/forecast.routes";
import { healthRoutes } from "./modules/health/health.routes";
import { mediaRoutes } from "./modules/media/media.routes";
import { menuRoutes } from "./modules/menu/menu.routes";
import { menuCsvRoutes } from "./modules/menu-csv/menu-csv.routes";
import { inboxRoutes, outletRoutes } from "./modules/notifications/notifications.routes";
import { offersRoutes } from "./modules/offers/offers.routes";
import { orderTableRoutes } from "./modules/order-table/order-table.routes";
import { ordersRoutes, paymentsRoutes } from "./modules/orders/orders.routes";
import { pagesRoutes } from "./modules/pages/pages.routes";
import { membersRoutes } from "./modules/people/members.routes";
import { meRoutes, peopleRoutes } from "./modules/people/people.routes";
import { pinsRoutes } from "./modules/pins/pins.routes";
import { ratingsRoutes, tipsRoutes } from "./modules/ratings/ratings.routes";
import { BUFFER_BYTES_MAX } from "./modules/realtime/connection";
import { realtimeRoutes } from "./modules/realtime/realtime.routes";
import { reportsRoutes } from "./modules/reports/reports.routes";
import { signInRoutes, signOutRoutes } from "./modules/sign-in/sign-in.routes";
import { tripsRoutes } from "./modules/trips/trips.routes";
import { updatesRoutes } from "./modules/updates/updates.routes";
import { zonesRoutes } from "./modules/zones/zones.routes";
import type { Deps } from "./platform/deps";
import { frontDoor } from "./platform/http/front-door";
import { FILE_BYTES_MAX } from "./platform/http/guard-requests";
import { storageRoutes } from "./platform/storage/storage.routes";

/** For whoever operates it, and what the browser loads. */
const operating = (deps: Deps) =>
  new Elysia().use(healthRoutes(deps)).use(pagesRoutes(deps)).use(storageRoutes(deps)).use(mediaRoutes(deps));

/** For the bots process alone. */
const forBots = (deps: Deps) =>
  new Elysia()
    .use(runnableBotsRoutes(deps))
    .use(peopleRoutes(deps))
    .use(outletRoutes(deps))
    .use(updatesRoutes(deps))
    .use(pinsRoutes(deps));

/** Who somebody is, what they were told, and what rings. */
const people = (deps: Deps) =>
  new Elysia()
    .use(signInRoutes(deps))
    .use(signOutRoutes(deps))
    .use(meRoutes(deps))
    .use(inboxRoutes(deps))
    .use(membersRoutes(deps))
    .use(botsRoutes(deps))
    .use(alertsRoutes(deps))
    .use(auditRoutes(deps))
    .use(erasureRoutes(deps));

/** From the menu to the rating. */
const ordering = (deps: Deps) =>
  new Elysia()
    .use(branchesRoutes(deps))
    .use(menuRoutes(deps))
    .use(zonesRoutes(deps))
    .use(addressesRoutes(deps))
    .use(cartsRoutes(deps))
    .use(ordersRoutes(deps))
    .use(forecastRoutes(deps))
    .use(paymentsRoutes(deps))
    .use(ratingsRoutes(deps))
    .use(tipsRoutes(deps))
    .use(favouritesRoutes(deps))
    .use(chatRoutes(deps));

/** From a ready dish to the door. */
const delivering = (deps: Deps) =>
  new Elysia()
    .use(couriersRoutes(deps))
    .use(positionsRoutes(deps))
    .use(orderPositionRoutes(deps))
    .use(dispatchRoutes(deps))
    .use(boardRoutes(deps))
    .use(deliveriesRoutes(deps))
    .use(offersRoutes(deps))
    .use(tripsRoutes(deps));

/** For the management: the menu as it is edited, orders as they are looked through, and what the figures say. */
const managing = (deps: Deps) =>
  new Elysia()
    .use(brandMenuRoutes(deps))
    .use(menuCsvRoutes(deps))
    .use(orderTableRoutes(deps))
    .use(downloadsRoutes(deps))
    .use(reportsRoutes(deps));

/** What a client says is short, and what waits for a slow one is bounded. */
const SOCKET_LIMITS = { maxPayloadLength: 16_384, backpressureLimit: BUFFER_BYTES_MAX, closeOnBackpressureLimit: true };

/** The table of contents of the HTTP API. In chapters, since TypeScript follows no chain that is longer. */
export const buildApp = (deps: Deps) =>
  new Elysia({ serve: { maxRequestBodySize: FILE_BYTES_MAX }, websocket: SOCKET_LIMITS })
    .use(frontDoor(deps))
    .use(realtimeRoutes(deps))
    .use(operating(deps))
    .use(forBots(deps))
    .use(people(deps))
    .use(ordering(deps))
    .use(delivering(deps))
    .use(managing(deps));
export type App = ReturnType<typeof buildApp>;
