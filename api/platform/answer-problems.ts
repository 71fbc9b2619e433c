import { Elysia } from "elysia";
import { languageOf } from "#shared/kernel/language";
import { REFUSALS, Refusal, type RefusalBody, type RefusalCode } from "#shared/kernel/refusal";
import { isAway, isUnstorable } from "./database-problems";
import type { Deps } from "./deps";
import { refusalSentence } from "./translate";

/**
 * Turns everything that is thrown into an answer: a Refusal into its code and sentence, Elysia's own complaints into
 * ours, a dependency that is away into "try again", and a bug into a 500 that says nothing of its inside.
 */
export const answerProblems = (deps: Deps) =>
  new Elysia({ name: "answer-problems" }).onError({ as: "global" }, ({ code, error, request, path, set, status }) => {
    const language = languageOf(request.headers.get("accept-language") ?? undefined);
    const answer = (refusal: Refusal) => {
      if (refusal.code === "request.too_many" || refusal.code === "request.busy")
        set.headers["retry-after"] = String(refusal.details.retryAfterSeconds ?? 1);
      return status(REFUSALS[refusal.code], {
        code: refusal.code,
        message: refusalSentence(language, refusal.code),
        details: refusal.details,
      } satisfies RefusalBody);
    };
    if (error instanceof Refusal) return answer(error);
    const known = KNOWN[code as string];
    if (known) return answer(new Refusal(known, code === "VALIDATION" ? { problems: problemsOf(error) } : {}));
    if (isUnstorable(error)) return answer(new Refusal("request.invalid"));
    if (isAway(error)) {
      deps.log.warn({ err: error, path }, "a dependency is away");
      return answer(new Refusal("request.busy"));
    }
    deps.log.error({ err: error, path }, "a bug");
    return status(500, { code: "unknown", message: refusalSentence(language, "request.busy"), details: {} });
  });

const KNOWN: Record<string, RefusalCode | undefined> = {
  NOT_FOUND: "request.not_found",
  PARSE: "request.malformed",
  VALIDATION: "request.invalid",
  INVALID_COOKIE_SIGNATURE: "request.malformed",
  INVALID_FILE_TYPE: "media.type_not_allowed",
};

/** Where it is wrong and why, without repeating what was sent. */
function problemsOf(error: unknown): { path: string; problem: string }[] {
  if (!(error instanceof Error) || !("all" in error) || !Array.isArray(error.all)) return [];
  return error.all.slice(0, 20).map((issue: { path?: unknown; message?: unknown; summary?: unknown }) => ({
    path: Array.isArray(issue.path) ? issue.path.join(".") : String(issue.path ?? ""),
    problem: String(issue.message ?? issue.summary ?? ""),
  }));
}
