import { join } from "node:path";
import { isValid } from "@telegram-apps/init-data-node";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTelegram, type Telegram } from "../../start-telegram";
import { CHROMIUM, openBrowser } from "../testing/open-browser";

let telegram: Telegram;
let app: Awaited<ReturnType<typeof serveProbe>>;
let browser: Browser;
let page: Page;
let phone: Locator;
let token: string;

/** A mini-app made with the maintained SDK, on an origin of its own. */
async function serveProbe() {
  const entrypoint = join(import.meta.dirname, "..", "testing", "probe-app.ts");
  const { outputs } = await Bun.build({ entrypoints: [entrypoint], target: "browser" });
  const script = await outputs[0]!.text();
  const heard = new Map<string, unknown>();
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    async fetch(request) {
      if (new URL(request.url).pathname === "/probe.js")
        return new Response(script, { headers: { "content-type": "text/javascript" } });
      if (request.method === "POST") {
        const { step, data } = (await request.json()) as { step: string; data: unknown };
        heard.set(step, data);
      }
      return new Response('<!doctype html><script type="module" src="/probe.js"></script>', {
        headers: { "content-type": "text/html" },
      });
    },
  });
  const hears = (step: string) =>
    expect.poll(() => (heard.has(step) ? heard.get(step) : heard.get("failed")), { timeout: 10_000 });
  return { url: `http://127.0.0.1:${server.port}/`, hears, heard, stop: () => server.stop(true) };
}

beforeAll(async () => {
  if (!CHROMIUM) return;
  telegram = await startTelegram();
  app = await serveProbe();
  token = telegram.createBot({ username: "probe_bot", name: "Probe" });
  const url = `${app.url}?host=${encodeURIComponent(telegram.url)}`;
  const alice = await telegram.client.person({ firstName: "Alice" });
  await (await alice.open("probe_bot")).start();
  const body = JSON.stringify({ menu_button: { type: "web_app", text: "Work", web_app: { url } } });
  const headers = { "content-type": "application/json" };
  await fetch(`${telegram.url}/bot${token}/setChatMenuButton`, { method: "POST", body, headers });
  ({ browser, page } = await openBrowser(telegram.pageUrl));
  phone = page.getByRole("region", { name: "Phone of Alice" });
});
afterAll(async () => {
  if (!CHROMIUM) return;
  await browser.close();
  app.stop();
  await telegram.stop();
});

const answer = async (question: string, choice: string) => {
  await phone.getByRole("alertdialog").getByText(question).waitFor();
  await phone.getByRole("alertdialog").getByRole("button", { name: choice }).click();
};

describe.skipIf(!CHROMIUM)("a mini-app made with the maintained SDK", () => {
  it("finds everything it asks a Telegram client for", async () => {
    await phone.getByRole("button", { name: /Probe/ }).click();
    await phone.getByRole("button", { name: "Work" }).click();

    await app.hears("launch").toMatchObject({ version: "9.1" });
    const { initData } = app.heard.get("launch") as { initData: string };
    expect(isValid(initData, token)).toBe(true);
    await app.hears("theme").toMatch(/^#/);
    await app.hears("viewport").toMatchObject({ height: expect.any(Number), safeArea: { bottom: 12 } });
    await app.hears("cloud").toBe("2 plov");
    await answer("Take the order?", "Take");
    await app.hears("popup").toBe("yes");
    await answer("Share your phone number?", "Share");
    await app.hears("phone").toBe("sent");
    await answer("Allow messages?", "Allow");
    await app.hears("writing").toBe("allowed");
    await answer("Allow to see your location?", "Allow");
    await app.hears("location").toMatchObject({ latitude: 41.3111, longitude: 69.2797 });
    await app.hears("fullscreen").toBe(true);
    await app.hears("done").toBe(null);
  }, 60_000);

  it("is told of the buttons around it, and asks before it closes", async () => {
    await phone.getByRole("button", { name: "Deliver" }).click();
    await app.hears("main").toBe(null);
    await phone.getByRole("dialog").getByRole("button", { name: "Back" }).click();
    await app.hears("back").toBe(null);
    await phone.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await answer("Close the app?", "Close anyway");
    await phone.getByRole("dialog").waitFor({ state: "detached" });
  });
});
