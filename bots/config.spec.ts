import { describe, expect, it } from "vitest";
import { loadBotsConfig } from "./config";

const REDIS_URL = "redis://127.0.0.1:6379";

describe("the configuration of the bots", () => {
  it("polls Telegram itself by default", () => {
    expect(loadBotsConfig({ REDIS_URL })).toMatchObject({
      BOTS_MODE: "polling",
      TELEGRAM_API_ROOT: "https://api.telegram.org",
    });
  });

  it("asks for the webhook's address in webhook mode alone", () => {
    expect(() => loadBotsConfig({ REDIS_URL, BOTS_MODE: "webhook" })).toThrow("WEBHOOK_URL");
  });

  it("names all problems at once", () => {
    expect(() => loadBotsConfig({ API_URL: "x", CLOCK_SPEED: "-1" })).toThrow(
      /API_URL.*\n.*REDIS_URL.*\n.*CLOCK_SPEED/,
    );
  });

  it("refuses the development secret in production", () => {
    expect(() => loadBotsConfig({ REDIS_URL, NODE_ENV: "production" })).toThrow("SERVICE_TOKEN");
  });
});
