import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedInBot } from "#api/platform/signed-in";
import { LivePins, PinKept, PinPlaced, PinRef } from "#shared/contracts/pin";
import { forgetPin, keepPin } from "./keep-pin";
import { seePins } from "./see-pins";

export const pinsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/pins", tags: ["for bots"] })
    .use(signedInBot(deps))
    .get("/", ({ bot }) => seePins(deps, bot), {
      response: LivePins,
      detail: { summary: "Where the moving pins of this bot's customers belong now" },
    })
    .put("/:orderId", ({ bot, params, body }) => keepPin(deps, { ...bot, ...params, ...body }), {
      params: PinRef,
      body: PinPlaced,
      response: PinKept,
      detail: { summary: "Remember the message of a pin" },
    })
    .delete("/:orderId", ({ bot, params }) => forgetPin(deps, { ...bot, ...params }), {
      params: PinRef,
      response: PinKept,
      detail: { summary: "Forget a pin that was stopped" },
    });
