import type { ResponseParameters } from "grammy/types";

/** A "no" in the words of the Bot API. Libraries match on these texts, so they are Telegram's own. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters?: ResponseParameters;
  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = "ApiError";
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (reason: string) => new ApiError(400, `Bad Request: ${reason}`);
export const forbidden = (reason: string) => new ApiError(403, `Forbidden: ${reason}`);
export const conflict = (reason: string) => new ApiError(409, `Conflict: ${reason}`);
export const tooMany = (retryAfterS: number) =>
  new ApiError(429, `Too Many Requests: retry after ${retryAfterS}`, { retry_after: retryAfterS });

export const STALE_QUERY = "query is too old and response timeout expired or query ID is invalid";
export const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

export function errorReply({ code, message, parameters }: ApiError): Response {
  return Response.json(
    { ok: false, error_code: code, description: message, ...(parameters && { parameters }) },
    { status: code },
  );
}
