import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn, signedInService } from "#api/platform/signed-in";
import { BotCheck, BotList, BotRef, BotView, NewBot, NewToken, RunnableBots } from "#shared/contracts/bots";
import { checkBot } from "./check-bot";
import { addBot, enableBot } from "./edit-bots";
import { listBots, runnableBots } from "./list-bots";
import { replaceToken } from "./replace-token";

export const runnableBotsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/bots", tags: ["for bots"] })
    .use(signedInService(deps))
    .get("/runnable", () => runnableBots(deps), {
      response: RunnableBots,
      detail: { summary: "Every bot that shall run, with its token" },
    });

export const botsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/bots", tags: ["bots"] })
    .use(signedIn(deps))
    .get("/", ({ actor }) => listBots(deps, actor), {
      response: BotList,
      detail: { summary: "See the bots of the organisation" },
    })
    .post("/", ({ actor, body }) => addBot(deps, actor, body), {
      body: NewBot,
      response: BotView,
      detail: { summary: "Add a bot" },
    })
    .get("/:id/check", ({ actor, params }) => checkBot(deps, actor, params), {
      params: BotRef,
      response: BotCheck,
      detail: { summary: "Does a bot's token still work?" },
    })
    .put("/:id/token", ({ actor, params, body }) => replaceToken(deps, actor, { ...params, ...body }), {
      params: BotRef,
      body: NewToken,
      response: BotView,
      detail: { summary: "Give a bot its new token" },
    })
    .post("/:id/enable", ({ actor, params }) => enableBot(deps, actor, { ...params, enabled: true }), {
      params: BotRef,
      response: BotView,
      detail: { summary: "Let a bot run" },
    })
    .post("/:id/disable", ({ actor, params }) => enableBot(deps, actor, { ...params, enabled: false }), {
      params: BotRef,
      response: BotView,
      detail: { summary: "Stop a bot" },
    });
