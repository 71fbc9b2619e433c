import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PHONE_CLIENT, signedAddress } from "#sim/budgets/signed-page";
import { type BrowserWorld, createBrowserWorld } from "#sim/testing/browser-world";
import { initDataFor } from "#sim/testing/init-data";
import { seededBot } from "#sim/testing/seeded-bot";

let world: BrowserWorld;
beforeAll(async () => {
  world = await createBrowserWorld();
});
afterAll(() => world.close());

const MALIKA = { id: 9_000_010, first_name: "Malika", language_code: "en" };
describe("a mini-app", () => {
  it("opened outside of Telegram says how to get in", async () => {
    const page = await world.browser.newPage();
    await page.goto(world.addressOf("track"));
    await page.getByText("Open this page from the bot in Telegram.").waitFor();
    await page.close();
  });

  it.each([
    [
      "expired",
      () => initDataFor(seededBot("customer").token, MALIKA, new Date(Date.now() - 7_200_000)),
      /open for too long/,
    ],
    [
      "another bot's",
      () => initDataFor(seededBot("courier").token, MALIKA, new Date()),
      /could not confirm who you are/,
    ],
    [
      "altered",
      () => initDataFor(seededBot("customer").token, MALIKA, new Date()).replace("Malika", "Nodira"),
      /could not confirm/,
    ],
  ])("refuses %s launch data in words, and offers nothing else", async (_name, initData, words) => {
    const { app, close } = await world.openApp("customer", "track", { initData: initData(), languageCode: "en" });
    await app.getByRole("alert").getByText(words).waitFor();
    expect(await app.getByRole("button").allTextContents()).toEqual(["Close"]);
    await close();
  });
});

describe("a mini-app that is on its way", () => {
  let page: Page;
  beforeAll(() => world.as("courier1").put("/me/language", { language: "en" }));
  beforeEach(async () => {
    page = await world.browser.newPage();
    await page.addInitScript(PHONE_CLIENT);
  });
  afterEach(() => page.close());

  const open = () => page.goto(signedAddress(world, "courier1", "courier"), { waitUntil: "commit" });
  const shift = () => page.getByRole("button", { name: "Start shift" });

  it("signs in and asks for its first screen before its script is here, and neither a second time", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.routeWebSocket("**/realtime", () => {}); // else everything is asked anew when it stands
    const answered = page.waitForResponse("**/couriers/me");
    await page.route("**/assets/courier-*.js", async (route) => {
      await answered;
      await route.continue();
    });
    await open();
    await shift().waitFor();
    expect(asked.filter((path) => ["/auth/telegram", "/couriers/me"].includes(path))).toHaveLength(2);
  });

  it("that found no network says so, and signs in when it is tried again", async () => {
    await page.route("**/auth/telegram", (route) => route.abort(), { times: 1 });
    await open();
    await page.getByRole("button", { name: "Try again" }).click();
    await shift().waitFor();
  });
});
