import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { AddToCart, CartLineRef, CartView, ChangeCartLine } from "#shared/contracts/cart";
import { addToCart } from "./add-to-cart";
import { changeCartLine, clearCart } from "./change-cart";
import { seeCart } from "./see-cart";

export const cartsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/cart", tags: ["orders"] })
    .use(signedIn(deps))
    .get("/", ({ actor }) => seeCart(deps, actor), {
      response: CartView,
      detail: { summary: "My cart, at the prices of this moment" },
    })
    .delete("/", ({ actor }) => clearCart(deps, actor), {
      response: CartView,
      detail: { summary: "Empty my cart" },
    })
    .post("/lines", ({ actor, body }) => addToCart(deps, actor, body), {
      body: AddToCart,
      response: CartView,
      detail: { summary: "Put something into my cart" },
    })
    .patch("/lines/:lineId", ({ actor, params, body }) => changeCartLine(deps, actor, { ...params, ...body }), {
      params: CartLineRef,
      body: ChangeCartLine,
      response: CartView,
      detail: { summary: "Change how many, or take it out with 0" },
    });
