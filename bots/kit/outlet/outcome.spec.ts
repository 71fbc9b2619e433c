import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { failureOf } from "./outcome";

const refused = (error_code: number, description: string, parameters = {}) =>
  new GrammyError("call", { ok: false, error_code, description, parameters }, "sendMessage", {});

describe("a failed call to Telegram", () => {
  it.each([
    ["Bad Request: message is not modified: specified new message content …", 400, { is: "unchanged" }],
    ["Bad Request: message to edit not found", 400, { is: "message_gone" }],
    ["Bad Request: chat not found", 400, { is: "dead", reason: "chat_not_found" }],
    ["Bad Request: can't parse entities", 400, { is: "dead", reason: "rejected" }],
    ["Forbidden: bot was blocked by the user", 403, { is: "dead", reason: "blocked" }],
    ["Forbidden: user is deactivated", 403, { is: "dead", reason: "deactivated" }],
    ["Bad Gateway", 502, { is: "retry", afterSeconds: 1, flooded: false }],
  ] as const)("%s", (description, code, failure) => {
    expect(failureOf(refused(code, description))).toEqual(failure);
  });

  it("waits as long as Telegram says", () => {
    const flooded = refused(429, "Too Many Requests: retry after 17", { retry_after: 17 });
    expect(failureOf(flooded)).toEqual({ is: "retry", afterSeconds: 17, flooded: true });
  });

  it("tries again when the answer was lost", () => {
    expect(failureOf(new HttpError("lost", new Error("socket")))).toMatchObject({ is: "retry" });
  });
});
