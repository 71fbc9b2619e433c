import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { IdempotencyHeader, NewOrder, OrderActionBody, OrderActionRef, OrderSummary } from "#shared/contracts/order";
import { QuoteRequest, QuoteView } from "#shared/contracts/quote";
import { actOnOrder } from "./act-on-order";
import { askQuote } from "./ask-quote";
import { placeOrder } from "./place-order";

export const ordersRoutes = (deps: Deps) =>
  new Elysia({ tags: ["orders"] })
    .use(signedIn(deps))
    .post("/quotes", ({ actor, body }) => askQuote(deps, actor, body), {
      body: QuoteRequest,
      response: QuoteView,
      detail: { summary: "Ask what an order would cost and when it would come" },
    })
    .post("/orders", ({ actor, body, headers }) => placeOrder(deps, actor, body, headers["x-idempotency-key"]), {
      headers: IdempotencyHeader,
      body: NewOrder,
      response: OrderSummary,
      detail: { summary: "Place an order" },
    })
    .post("/orders/:id/:action", ({ actor, params, body }) => actOnOrder(deps, actor, { ...params, ...body }), {
      params: OrderActionRef,
      body: OrderActionBody,
      response: OrderSummary,
      detail: { summary: "Move an order along" },
    });
