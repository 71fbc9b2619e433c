import type { RefusalCode } from "#shared/kernel/refusal";
import type { Translate } from "./texts";

/** What a failed request means to a screen: a business "no" by its code, or that nobody answered. */
export type ProblemCode = RefusalCode | "offline" | "unknown";

export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: ProblemCode;
  readonly details: Record<string, unknown>;
  /** What the API says about it in the person's language; `null` when it said nothing. */
  readonly sentence: string | null;
  constructor(code: ProblemCode, details: Record<string, unknown> = {}, sentence: string | null = null) {
    super(code);
    this.code = code;
    this.details = details;
    this.sentence = sentence;
  }
}

/** What happened and what to do next, in the person's language. */
export const sentenceOf = (t: Translate, { code, sentence }: ApiProblem): string =>
  sentence ?? t(code === "offline" ? "ui-offline" : "ui-failed");

/** Opening the app anew from the bot is the only way on: signed out, suspended, or Telegram's word has grown old. */
export const isSessionOver = ({ code }: ApiProblem): boolean => code.startsWith("auth.") && code !== "auth.not_allowed";

type FailedReply = { status: number; value: unknown };

/** Reads the refusal out of a failed reply without zod, which a courier on a slow network shall not wait for. */
export function problemOf({ status, value }: FailedReply): ApiProblem {
  if (!isObject(value) || typeof value.code !== "string")
    return new ApiProblem(status === 0 || status === 502 || status === 503 ? "offline" : "unknown");
  const sentence = typeof value.message === "string" ? value.message : null;
  return new ApiProblem(value.code as ProblemCode, isObject(value.details) ? value.details : {}, sentence);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
