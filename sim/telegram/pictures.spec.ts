import { mkdirSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirm, fetchFood, goOnline, placeOrder } from "#sim/testing/chat-steps";
import { slimPicture } from "#sim/testing/slim-picture";
import { createTelegramWorld, type TelegramWorld } from "#sim/testing/telegram-world";
import { CHROMIUM, openBrowser } from "./page/testing/open-browser";

/** Into the docs when they are to be made anew, elsewhere in every other run. */
const FOLDER = process.env.PICTURES
  ? join(import.meta.dirname, "..", "..", "docs", "pictures", "telegram")
  : mkdtempSync(join(tmpdir(), "peyk-pictures-"));
/** One phone, tall enough for an order and the pin below it. */
const DESK = { width: 420, height: 960 };
const LARGEST_BYTES = 150_000;
const PATIENT = 180_000;

let world: TelegramWorld;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!CHROMIUM) return;
  mkdirSync(FOLDER, { recursive: true });
  world = await createTelegramWorld();
  // English, so that whoever reads the docs can read the pictures.
  for (const person of ["dispatcher", "kitchen", "courier1"]) await inEnglish(person);
  ({ browser } = await openBrowser(world.telegram.pageUrl));
  const context = await browser.newContext({ timezoneId: "Asia/Tashkent", locale: "en-GB", viewport: DESK });
  page = await context.newPage();
}, PATIENT);
afterAll(async () => {
  if (!CHROMIUM) return;
  await browser.close();
  await world.close();
});

async function inEnglish(person: string): Promise<void> {
  const chat = await world.chat(person);
  await chat.type("/language");
  await chat.tap("English");
  await chat.sees("I speak English");
}

/** One person's phone on the desk, with the chat of their bot open at its end. */
async function phoneOf(person: string): Promise<Locator> {
  const { id } = await world.phone(person);
  const { url, token } = world.telegram;
  await page.goto("about:blank");
  await page.clock.setFixedTime(world.clock.now()); // noon in Tashkent, as the people have it
  await page.goto(`${url}/#${new URLSearchParams({ token, people: String(id), theme: "light" })}`);
  const phone = page.getByRole("region", { name: /^Phone of/ });
  await phone.getByRole("button", { name: /Peyk/ }).first().click();
  return phone;
}

/** The same moment in both themes. */
async function take(name: string, person: string, see: RegExp): Promise<void> {
  const phone = await phoneOf(person);
  await phone.getByText(see).last().waitFor();
  for (const theme of ["light", "dark"] as const) {
    if (theme === "dark") await page.getByRole("button", { name: "Dark colours" }).click();
    const path = join(FOLDER, `${name}-${theme}.png`);
    await phone.screenshot({ path, animations: "disabled" });
    slimPicture(path);
    expect(statSync(path).size).toBeLessThan(LARGEST_BYTES);
  }
}

describe.skipIf(!CHROMIUM)("the page shows", () => {
  it(
    "a ringing alert, a courier's offer and a customer's order, in light and dark",
    async () => {
      const customer = await world.chat("customer");
      const { chat: courier, share } = await goOnline(world, "courier1");
      const dispatcher = await world.chat("dispatcher");
      await dispatcher.type("/shift");
      await dispatcher.sees("On duty");
      await placeOrder(customer);
      await dispatcher.sees("🔔");
      await take("ringing-alert", "dispatcher", /New order/);

      const kitchen = await confirm(world);
      await courier.sees("New order", { within: 15_000 });
      await take("courier-offer", "courier1", /New order/);

      await courier.tap("Accept", { within: 20_000 });
      await fetchFood({ courier, kitchen });
      await share.moveTo({ latitude: 41.3268, longitude: 69.2359 });
      await customer.sees((message) => message.live_until !== undefined, { within: 15_000 });
      await take("customer-order", "customer", /On the way to you/);
    },
    PATIENT,
  );
});
