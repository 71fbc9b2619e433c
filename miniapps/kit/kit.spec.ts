import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
