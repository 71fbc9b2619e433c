import { isValid } from "@telegram-apps/init-data-node";
import { Bot, InlineKeyboard, Keyboard } from "grammy";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTelegram, type Telegram } from "../start-telegram";
import { CHROMIUM, openBrowser } from "./testing/open-browser";

/** Directions in which somebody was heard to drive. */
const tracks: (number | undefined)[] = [];
let telegram: Telegram;
let bot: Bot;
let aliceId: number;
let app: ReturnType<typeof serveMiniApp>;
let browser: Browser;
let page: Page;

/** A mini-app that tells its own server what it was launched with and what it hears. */
function serveMiniApp() {
  const heard: { type: string; data: unknown }[] = [];
  const script = `
    const tell = (type, data) => fetch("/heard", { method: "POST", body: JSON.stringify({ type, data }) });
    const say = (eventType, eventData) => parent.postMessage(JSON.stringify({ eventType, eventData }), "*");
    addEventListener("message", ({ data }) => { const { eventType, eventData } = JSON.parse(data); tell(eventType, eventData); });
    tell("launch", Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
    say("iframe_ready", { reload_supported: true });
    say("web_app_setup_main_button", { is_visible: true, text: "Take it" });
    say("web_app_request_location");
    say("web_app_open_popup", { title: "Sure?", message: "Nobody else will get it.", buttons: [{ id: "yes", type: "ok" }] });`;
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    async fetch(request) {
      if (request.method === "POST") heard.push((await request.json()) as (typeof heard)[number]);
      return new Response(`<!doctype html><script>${script}</script>`, { headers: { "content-type": "text/html" } });
    },
  });
  const dataOf = (type: string) => heard.findLast((event) => event.type === type)?.data;
  const hasHeard = (type: string) => heard.some((event) => event.type === type);
  return { hasHeard, url: `http://127.0.0.1:${server.port}/`, dataOf, stop: () => server.stop(true) };
}

beforeAll(async () => {
  if (!CHROMIUM) return;
  telegram = await startTelegram();
  app = serveMiniApp();
  bot = new Bot(telegram.createBot({ username: "page_bot", name: "Page" }), { client: { apiRoot: telegram.url } });
  bot.command("start", (ctx) =>
    ctx.reply("Welcome", {
      reply_markup: new InlineKeyboard().text("Accept", "accept").text("Refuse", "refuse").webApp("Open", app.url),
    }),
  );
  bot.command("place", (ctx) =>
    ctx.reply("Where?", { reply_markup: new Keyboard().requestLocation("I am here").oneTime() }),
  );
  bot.callbackQuery("accept", (ctx) => ctx.answerCallbackQuery("It is yours"));
  bot.callbackQuery("refuse", (ctx) => ctx.answerCallbackQuery({ text: "Too late", show_alert: true }));
  bot.on("message:location", (ctx) => ctx.reply("Found you"));
  bot.on("edited_message:location", (ctx) => void tracks.push(ctx.editedMessage.location.heading));
  await bot.init();
  void bot.start();
  aliceId = (await telegram.client.person({ firstName: "Alice" })).id;
  await telegram.client.person({ firstName: "Bob" });
  ({ browser, page } = await openBrowser(telegram.pageUrl));
});
afterAll(async () => {
  if (!CHROMIUM) return;
  await browser.close();
  await bot.stop();
  app.stop();
  await telegram.stop();
});

const phoneOf = (name: string): Locator => page.getByRole("region", { name: `Phone of ${name}` });
const openChat = async (phone: Locator) => {
  await phone.getByRole("button", { name: /Page/ }).click();
  await phone.getByRole("button", { name: "Start" }).click();
  await phone.getByText("Welcome").waitFor();
};

describe.skipIf(!CHROMIUM)("the page", () => {
  it("hides its token from the address and shows a phone per person", async () => {
    await phoneOf("Alice").waitFor();
    await phoneOf("Bob").waitFor();
    expect(page.url()).toBe(`${telegram.url}/`);
  });

  it("answers a tap with the bot's toast or alert", async () => {
    const alice = phoneOf("Alice");
    await openChat(alice);
    await alice.getByRole("button", { name: "Accept" }).click();
    await alice.getByRole("status").getByText("It is yours").waitFor();
    await alice.getByRole("button", { name: "Refuse" }).click();
    await alice.getByRole("alertdialog").getByText("Too late").waitFor();
    await page.keyboard.press("Enter");
    await alice.getByRole("alertdialog").waitFor({ state: "detached" });
  });

  it("can be written to and asked for a place by keyboard alone", async () => {
    const alice = phoneOf("Alice");
    await alice.getByLabel("Message to Page").focus();
    await page.keyboard.type("/place");
    await page.keyboard.press("Enter");
    await alice.getByRole("button", { name: "I am here" }).focus();
    await page.keyboard.press("Enter");
    const send = alice.getByRole("button", { name: /Send this location/ });
    await send.focus();
    await page.keyboard.press("Enter");
    await alice.getByText("Found you").waitFor();
  });

  it("shares a live position that drives to where the map is clicked", async () => {
    const alice = phoneOf("Alice");
    await alice.getByRole("button", { name: "Attach" }).click();
    await alice.getByRole("menuitem", { name: "Location" }).click();
    await alice.getByRole("button", { name: "15 minutes" }).click();
    await alice.getByRole("button", { name: "Drive" }).click();
    const map = alice.getByRole("application");
    const { width, height } = (await map.boundingBox())!;
    await map.click({ position: { x: width - 20, y: height / 2 } });
    // East of the middle.
    await expect.poll(() => tracks.at(-1), { timeout: 10_000 }).toBe(90);
    await alice.getByRole("button", { name: "Close" }).click();
    await alice.getByRole("button", { name: "Stop" }).click();
    await alice.getByText("Live location ended").waitFor();
  });

  it("opens a mini-app with signed launch data and answers its events", async () => {
    const bob = phoneOf("Bob");
    await openChat(bob);
    await bob.getByRole("button", { name: "Open" }).click();
    await bob.getByRole("alertdialog").getByText("Allow to see your location?").waitFor();
    await bob.getByRole("button", { name: "Allow" }).click();
    await expect.poll(() => app.dataOf("location_requested")).toMatchObject({ available: true, latitude: 41.3111 });
    await bob.getByRole("alertdialog").getByText("Nobody else will get it.").waitFor();
    await bob.getByRole("button", { name: "OK" }).click();
    await expect.poll(() => app.dataOf("popup_closed")).toEqual({ button_id: "yes" });
    await bob.getByRole("button", { name: "Take it" }).click();
    await expect
      .poll(() => app.dataOf("main_button_pressed") !== undefined || app.dataOf("viewport_changed"))
      .toBeTruthy();
    const launch = app.dataOf("launch") as Record<string, string>;
    expect(isValid(launch.tgWebAppData!, bot.token)).toBe(true);
    expect(launch).toMatchObject({ tgWebAppVersion: "9.1", tgWebAppPlatform: "weba" });
    expect(JSON.parse(launch.tgWebAppThemeParams!)).toHaveProperty("bg_color");
    expect(app.dataOf("theme_changed")).toHaveProperty("theme_params.button_color");
    await bob.getByRole("button", { name: "Close" }).click();
    await bob.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("shows what another of its addresses names, in the same tab", async () => {
    await page.goto(`${telegram.url}/#people=${aliceId}`);
    await phoneOf("Alice").waitFor();
    await phoneOf("Bob").waitFor({ state: "detached" });
  });
});
