import { Readable, Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { startTelegram } from "#sim/telegram/start-telegram";
import { createTestClock } from "#sim/testing/test-clock";
import { NOON } from "#sim/testing/world";
import { askAddress } from "./ask-address";
import { askBusiness } from "./ask-business";
import { askTokens } from "./ask-tokens";
import { type Asker, createAsker } from "./asker";

const telegram = await startTelegram({ clock: createTestClock(NOON) });
afterAll(() => telegram.stop());
const token = (username: string) => telegram.createBot({ username, name: username });
const [customer, courier, staff] = [token("choy_order_bot"), token("choy_courier_bot"), token("choy_staff_bot")];
const NEVER_MADE = "123456789:AAaaBBbbCCccDDddEEeeFFff00112233445";

/** Somebody who answers line by line, and what stood on their screen. */
async function answering<T>(lines: string[], questions: (asker: Asker) => Promise<T>) {
  let said = "";
  const write = (chunk: unknown, _: string, done: () => void) => {
    said += chunk;
    done();
  };
  const output = new Writable({ write });
  const asker = createAsker(Readable.from(lines.map((line) => `${line}\n`)), output);
  const result = await questions(asker).catch((error: unknown) => error);
  asker.close();
  return { result, said };
}

describe("the tokens of an owner", () => {
  it("are asked of Telegram one by one, and again until one opens a bot of its own", async () => {
    const lines = ["what?", NEVER_MADE, customer!, customer!, courier!, `  ${staff} `];
    const { result, said } = await answering(lines, (asker) => askTokens(asker, telegram.url));
    expect(result).toMatchObject([
      { kind: "customer", username: "choy_order_bot", token: customer },
      { kind: "courier", username: "choy_courier_bot", token: courier },
      { kind: "staff", username: "choy_staff_bot", token: staff },
    ]);
    expect(said).toMatch(/That is no token[\s\S]*does not know this token[\s\S]*@choy_order_bot it is/);
    expect(said).toContain("That is the customer bot already: each needs a bot of its own.");
  });

  it("can be entered later: an owner who stops half-way has saved nothing", async () => {
    const { result } = await answering([customer!], (asker) => askTokens(asker, telegram.url));
    expect(result).toMatchObject({ name: "SetupProblem", message: expect.stringContaining("nothing was saved") });
  });

  it("are asked again when Telegram does not answer", async () => {
    const { said } = await answering([customer!], (asker) => askTokens(asker, "http://127.0.0.1:9"));
    expect(said).toContain("127.0.0.1:9 does not answer: try again.");
  });
});

describe("the facts of a business", () => {
  it("have sensible answers ready, and take no nonsense", async () => {
    const lines = ["", "Choyxona", "Mars/Olympus", "Asia/Samarkand", "", "gold", "usd", "UZ"];
    expect(await answering(lines, askBusiness)).toMatchObject({
      result: { name: "Choyxona", timezone: "Asia/Samarkand", city: "Samarkand", currency: "USD", language: "uz" },
      said: expect.stringMatching(/Nobody knows that timezone[\s\S]*One of UZS/),
    });
  });
});

describe("the public address", () => {
  const ports = { api: "3000", bots: "3002" };
  const asked = async (...lines: string[]) => (await answering(lines, (asker) => askAddress(asker, ports))).result;

  it("may be missing: then bots poll, and the mini-apps wait", async () => {
    expect(await asked("")).toEqual({ BOTS_MODE: "polling" });
  });

  it("is HTTPS without a path, and Telegram calls there only if somebody says so", async () => {
    const pages = { PUBLIC_URL: "https://shop.example.org", MINIAPPS_URL: "https://shop.example.org" };
    expect(await asked("http://shop.example.org", "https://shop.example.org/", "")).toEqual({
      ...pages,
      BOTS_MODE: "polling",
    });
    expect(await asked("https://shop.example.org", "perhaps", "y")).toEqual({
      ...pages,
      BOTS_MODE: "webhook",
      WEBHOOK_URL: "https://shop.example.org/telegram",
    });
  });
});
