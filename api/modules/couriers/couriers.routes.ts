import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn, signedInBot } from "#api/platform/signed-in";
import {
  CourierApplication,
  CourierChange,
  CourierDay,
  CourierHistory,
  CourierList,
  CourierPlace,
  CourierPurse,
  CourierRef,
  CourierView,
  NearestCouriers,
  NearestQuery,
  NewSettlement,
} from "#shared/contracts/courier";
import { OrderRef } from "#shared/contracts/order";
import { HearPositions, OrderPosition, PositionsAnswer, ReportPositions } from "#shared/contracts/position";
import { admitCourier, changeCourier } from "./admit-courier";
import { applyAsCourier } from "./apply";
import { goOffline, goOnline, takeBreak } from "./change-state";
import { followOrder } from "./follow-order";
import { myDay } from "./my-day";
import { myHistory } from "./my-history";
import { myPlace } from "./my-place";
import { pressPanic } from "./panic";
import { seePurse } from "./purse";
import { hearPositions, reportPositions } from "./report-positions";
import { findNearest, listCouriers, seeCourier, seeMyself } from "./see-couriers";
import { payOutCourier, takeInCash } from "./settle-with-courier";

const one = (summary: string) => ({ response: CourierView, detail: { summary } });

export const couriersRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/couriers", tags: ["couriers"] })
    .use(signedIn(deps))
    .post("/", ({ actor, body }) => applyAsCourier(deps, actor, body), {
      ...one("Apply as a courier"),
      body: CourierApplication,
    })
    .get("/", ({ actor }) => listCouriers(deps, actor), {
      response: CourierList,
      detail: { summary: "Everybody who rides here" },
    })
    .get("/nearest", ({ actor, query }) => findNearest(deps, actor, query), {
      query: NearestQuery,
      response: NearestCouriers,
      detail: { summary: "Who is nearest to a point" },
    })
    .get("/me", ({ actor }) => seeMyself(deps, actor), one("Myself as a courier"))
    .post("/me/go-online", ({ actor }) => goOnline(deps, actor), one("Begin, or go on after a break"))
    .post("/me/take-break", ({ actor }) => takeBreak(deps, actor), one("Get nothing new for a while"))
    .post("/me/go-offline", ({ actor }) => goOffline(deps, actor), one("End the shift"))
    .post("/me/panic", ({ actor }) => pressPanic(deps, actor), one("Call for help"))
    .post("/me/positions", ({ actor, body }) => reportPositions(deps, actor, body), {
      body: ReportPositions,
      response: PositionsAnswer,
      detail: { summary: "Where I am, one position or several" },
    })
    .get("/me/place", ({ actor }) => myPlace(deps, actor), {
      response: CourierPlace,
      detail: { summary: "Where I stand, and why" },
    })
    .get("/me/day", ({ actor }) => myDay(deps, actor), {
      response: CourierDay,
      detail: { summary: "What I did and earned today" },
    })
    .get("/me/history", ({ actor }) => myHistory(deps, actor), {
      response: CourierHistory,
      detail: { summary: "What I did on the days before" },
    })
    .get("/:id", ({ actor, params }) => seeCourier(deps, actor, params), {
      ...one("See a courier"),
      params: CourierRef,
    })
    .patch("/:id", ({ actor, params, body }) => changeCourier(deps, actor, { ...params, ...body }), {
      ...one("Change vehicle, capacity, guarantee or cash limit"),
      params: CourierRef,
      body: CourierChange,
    })
    .get("/:id/purse", ({ actor, params }) => seePurse(deps, actor, params), {
      params: CourierRef,
      response: CourierPurse,
      detail: { summary: "Cash that a courier has in hand, and pay that we owe" },
    })
    .post("/:id/cash-hand-ins", ({ actor, params, body }) => takeInCash(deps, actor, { ...params, ...body }), {
      params: CourierRef,
      body: NewSettlement,
      response: CourierPurse,
      detail: { summary: "Take in cash that a courier collected" },
    })
    .post("/:id/pay-outs", ({ actor, params, body }) => payOutCourier(deps, actor, { ...params, ...body }), {
      params: CourierRef,
      body: NewSettlement,
      response: CourierPurse,
      detail: { summary: "Pay a courier what they have earned" },
    })
    .post("/:id/approve", ({ actor, params }) => admitCourier(deps, actor, { ...params, status: "active" }), {
      ...one("Let a courier ride here"),
      params: CourierRef,
    })
    .post("/:id/suspend", ({ actor, params }) => admitCourier(deps, actor, { ...params, status: "suspended" }), {
      ...one("Let a courier ride here no more"),
      params: CourierRef,
    });

/** The courier as the customer of an order sees him. */
export const orderPositionRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/orders", tags: ["orders"] })
    .use(signedIn(deps))
    .get("/:id/position", ({ actor, params }) => followOrder(deps, actor, params.id), {
      params: OrderRef,
      response: OrderPosition,
      detail: { summary: "Where an order is, while it is carried" },
    });

/** For the bots process: what it hears from the live locations of everybody in a bot's chats. */
export const positionsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/positions", tags: ["couriers"] })
    .use(signedInBot(deps))
    .post("/", ({ bot, body }) => hearPositions(deps, bot, body), {
      body: HearPositions,
      response: PositionsAnswer,
      detail: { summary: "Positions of many couriers at once" },
    });
