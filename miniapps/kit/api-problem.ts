import type { RefusalCode } from "#shared/kernel/refusal";
import type { Translate } from "./texts";

/** What a failed request means to a screen: a business "no" by its code, or that nobody answered. */
export type ProblemCode = RefusalCode | "offline" | "unknown";

export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: ProblemCode;
  readonly details: Record<string, unknown>;
  constructor(code: ProblemCode, details: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The sentence of a refusal, in the person's language, with what to do next. */
export function sentenceOf(t: Translate, { code }: ApiProblem): string {
  if (code === "offline") return t("ui-offline");
  return code === "unknown" ? t("ui-failed") : t(`refusal-${code.replaceAll(/[._]/g, "-")}`);
}

type FailedReply = { status: number; value: unknown };

/** Reads the refusal out of a failed reply without zod, which a courier on a slow network shall not wait for. */
export function problemOf({ status, value }: FailedReply): ApiProblem {
  if (typeof value === "object" && value !== null && "code" in value && typeof value.code === "string") {
    const details = "details" in value && typeof value.details === "object" ? value.details : null;
    return new ApiProblem(value.code as ProblemCode, (details ?? {}) as Record<string, unknown>);
  }
  return new ApiProblem(status === 0 || status === 503 ? "offline" : "unknown");
}
