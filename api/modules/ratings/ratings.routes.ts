import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn, signedInService } from "#api/platform/signed-in";
import { InvoicePaid, OrderRef } from "#shared/contracts/order";
import { NewRating, OwnRatings, RatingView, TipView } from "#shared/contracts/rating";
import { myRatings } from "./my-ratings";
import { rateOrder } from "./rate-order";
import { tipCourier } from "./tip-courier";

export const ratingsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/orders", tags: ["orders"] })
    .use(signedIn(deps))
    .get("/:id/ratings", ({ actor, params }) => myRatings(deps, actor, params.id), {
      params: OrderRef,
      response: OwnRatings,
      detail: { summary: "What I gave for an order" },
    })
    .post("/:id/ratings", ({ actor, params, body }) => rateOrder(deps, actor, { ...params, ...body }), {
      params: OrderRef,
      body: NewRating,
      response: RatingView,
      detail: { summary: "Rate the food, the courier or the customer" },
    });

/** For the bots process alone: a tip is what Telegram says was paid. */
export const tipsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/orders", tags: ["for bots"] })
    .use(signedInService(deps))
    .use(signedIn(deps))
    .post("/:id/tip", ({ actor, params, body }) => tipCourier(deps, actor, { ...params, ...body }), {
      params: OrderRef,
      body: InvoicePaid,
      response: TipView,
      detail: { summary: "Report that a tip was paid" },
    });
