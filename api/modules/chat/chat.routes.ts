import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { ChatHistory, NewMessage } from "#shared/contracts/chat";
import { IdempotencyHeader, OrderRef } from "#shared/contracts/order";
import { ChatCard } from "#shared/contracts/views";
import { readMessages } from "./read-messages";
import { writeMessage } from "./write-message";

export const chatRoutes = (deps: Deps) =>
  new Elysia({ tags: ["chat"] })
    .use(signedIn(deps))
    .post("/messages", ({ actor, body, headers }) => writeMessage(deps, actor, body, headers["x-idempotency-key"]), {
      headers: IdempotencyHeader,
      body: NewMessage,
      response: ChatCard,
      detail: { summary: "Write to the other side of an order, or to the shop" },
    })
    .get("/orders/:id/messages", ({ actor, params }) => readMessages(deps, actor, params), {
      params: OrderRef,
      response: ChatHistory,
      detail: { summary: "Read what was written about an order" },
    });
