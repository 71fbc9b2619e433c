import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedInBot } from "#api/platform/signed-in";
import {
  FailedUpdates,
  FinishedUpdate,
  FinishUpdate,
  RecordedUpdates,
  TakenUpdates,
  TakeOver,
  UpdateBatch,
  UpdateRef,
} from "#shared/contracts/updates";
import { failedUpdates, finishUpdate } from "./finish-update";
import { recordUpdates } from "./record-updates";
import { takeOverUpdates } from "./take-over-updates";

export const updatesRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/updates", tags: ["for bots"] })
    .use(signedInBot(deps))
    .post("/", ({ bot, body }) => recordUpdates(deps, bot, body), {
      body: UpdateBatch,
      response: RecordedUpdates,
      detail: { summary: "Record what Telegram sent, before it is confirmed" },
    })
    .post("/take-over", ({ bot, body }) => takeOverUpdates(deps, bot, body), {
      body: TakeOver,
      response: TakenUpdates,
      detail: { summary: "Take over unfinished updates whose holder fell silent" },
    })
    .get("/failed", ({ bot }) => failedUpdates(deps, bot), {
      response: FailedUpdates,
      detail: { summary: "See updates that were given up" },
    })
    .post("/:updateId/finish", ({ bot, params, body }) => finishUpdate(deps, bot, { ...params, ...body }), {
      params: UpdateRef,
      body: FinishUpdate,
      response: FinishedUpdate,
      detail: { summary: "Finish an update, or report that it failed" },
    });
