import { Elysia } from "elysia";
import { answerProblems } from "./platform/answer-problems";
import type { Deps } from "./platform/deps";

/** The table of contents of the HTTP API. */
export const buildApp = (deps: Deps) => new Elysia().use(answerProblems(deps));
export type App = ReturnType<typeof buildApp>;
