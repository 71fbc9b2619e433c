import { Elysia } from "elysia";
import { z } from "zod";
import type { Deps } from "#api/platform/deps";
import { signedIn, signedInService } from "#api/platform/signed-in";
import { CartView } from "#shared/contracts/cart";
import {
  IdempotencyHeader,
  InvoicePaid,
  MyOrdersQuery,
  NewOrder,
  NewRefund,
  OpenOrdersQuery,
  OrderActionBody,
  OrderActionRef,
  OrderRef,
  OrderSearch,
  OrderSummary,
  OrderView,
} from "#shared/contracts/order";
import { OrderTimes, QuoteRequest, QuoteView } from "#shared/contracts/quote";
import { actOnOrder } from "./act-on-order";
import { askQuote } from "./ask-quote";
import { askTimes } from "./ask-times";
import { myOrders, openOrders, searchOrders } from "./list-orders";
import { orderAgain } from "./order-again";
import { payOrder } from "./pay-order";
import { placeOrder } from "./place-order";
import { refundOrder } from "./refund-order";
import { seeOrder } from "./see-order";

const Summaries = z.array(OrderSummary);

export const ordersRoutes = (deps: Deps) =>
  new Elysia({ tags: ["orders"] })
    .use(signedIn(deps))
    .post("/quotes", ({ actor, body }) => askQuote(deps, actor, body), {
      body: QuoteRequest,
      response: QuoteView,
      detail: { summary: "Ask what an order would cost and when it would come" },
    })
    .post("/quotes/times", ({ actor, body }) => askTimes(deps, actor, body), {
      body: QuoteRequest,
      response: OrderTimes,
      detail: { summary: "Ask for the half hours at which an order could come" },
    })
    .post("/orders", ({ actor, body, headers }) => placeOrder(deps, actor, body, headers["x-idempotency-key"]), {
      headers: IdempotencyHeader,
      body: NewOrder,
      response: OrderSummary,
      detail: { summary: "Place an order" },
    })
    .get("/orders", ({ actor, query }) => myOrders(deps, actor, query), {
      query: MyOrdersQuery,
      response: Summaries,
      detail: { summary: "My orders, newest first" },
    })
    .get("/orders/open", ({ actor, query }) => openOrders(deps, actor, query), {
      query: OpenOrdersQuery,
      response: Summaries,
      detail: { summary: "What is still open at a branch, or at all of yours, oldest first" },
    })
    .get("/orders/search", ({ actor, query }) => searchOrders(deps, actor, query), {
      query: OrderSearch,
      response: Summaries,
      detail: { summary: "Find orders by code or by the end of a phone number" },
    })
    .get("/orders/:id", ({ actor, params }) => seeOrder(deps, actor, params.id), {
      params: OrderRef,
      response: OrderView,
      detail: { summary: "See an order that you are part of" },
    })
    .post("/orders/:id/again", ({ actor, params }) => orderAgain(deps, actor, params.id), {
      params: OrderRef,
      response: CartView,
      detail: { summary: "Fill the cart with what was ordered before" },
    })
    .post("/orders/:id/refund", ({ actor, params, body }) => refundOrder(deps, actor, { ...params, ...body }), {
      params: OrderRef,
      body: NewRefund,
      response: OrderView,
      detail: { summary: "Give back a part of what was paid, or all of it" },
    })
    .post("/orders/:id/:action", ({ actor, params, body }) => actOnOrder(deps, actor, { ...params, ...body }), {
      params: OrderActionRef,
      body: OrderActionBody,
      response: OrderSummary,
      detail: { summary: "Move an order along" },
    });

/** For the bots process alone, for the customer whom it names: what Telegram says of a payment must come from there. */
export const paymentsRoutes = (deps: Deps) =>
  new Elysia({ tags: ["for bots"] })
    .use(signedInService(deps))
    .use(signedIn(deps))
    .post("/orders/:id/payment", ({ actor, params, body }) => payOrder(deps, actor, { ...params, ...body }), {
      params: OrderRef,
      body: InvoicePaid,
      response: OrderSummary,
      detail: { summary: "Report that an invoice was paid" },
    });
