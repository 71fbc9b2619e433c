import { Elysia } from "elysia";
import { answerProblems } from "#api/platform/answer-problems";
import type { Deps } from "#api/platform/deps";
import { apiPages } from "./api-pages";
import { crossOrigin } from "./cross-origin";
import { guardRequests } from "./guard-requests";
import { requestLog } from "./request-log";

/** What every request passes: its id and line in the log, origins, sizes and rates, and how problems are answered. */
export const frontDoor = (deps: Deps): Elysia => {
  const door = new Elysia({ name: "front-door" });
  door
    .use(requestLog(deps))
    .use(crossOrigin(deps.config))
    .use(guardRequests(deps))
    .use(apiPages(deps.config))
    .use(answerProblems(deps));
  return door; // without the types of what it is made of, which nobody needs and every route would carry
};
