import { describe, expect, it } from "vitest";
import { loadBotsConfig } from "#bots/config";
import type { BotIdentity } from "#shared/contracts/bots";
import { miniappUrl } from "./miniapp-url";

const ID = "01890000-0000-7000-8000-000000000001";
const urlOf = (env: Record<string, string>) =>
  miniappUrl(
    { config: loadBotsConfig({ REDIS_URL: "redis://127.0.0.1:6379", ...env }), identity: { id: ID } as BotIdentity },
    "courier",
  );

describe("the address of a mini-app", () => {
  it("names the app and the bot that it belongs to", () => {
    expect(urlOf({ MINIAPPS_URL: "https://peyk.example" })).toBe(`https://peyk.example/app/courier/?bot=${ID}`);
  });

  it("is of this machine for a local Telegram alone", () => {
    const local = { MINIAPPS_URL: "http://localhost:3000" };
    expect(urlOf({ ...local, TELEGRAM_API_ROOT: "http://127.0.0.1:8081" })).toContain("http://localhost:3000/app/");
    expect(urlOf(local)).toBeNull();
    expect(urlOf({ MINIAPPS_URL: "http://peyk.example", TELEGRAM_API_ROOT: "http://127.0.0.1:8081" })).toBeNull();
    expect(urlOf({})).toBeNull();
  });
});
