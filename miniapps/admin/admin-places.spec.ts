import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { BranchSettings } from "#shared/contracts/branch-settings";
import type { QuoteView } from "#shared/contracts/quote";
import { type BrowserWorld, createBrowserWorld, type Opening } from "#sim/testing/browser-world";
import { CROSSED, drawBorder, SQUARE } from "#sim/testing/draw-border";
import { DOOR, wish } from "#sim/testing/place";
import { circleAround } from "./zones/circle-around";

vi.setConfig({ testTimeout: 60_000 }); // a browser on a busy machine

let world: BrowserWorld;
/** The app speaks the language that its person has chosen. */
const speak = (language: string) =>
  Promise.all(["manager", "owner"].map((person) => world.as(person).put("/me/language", { language })));
beforeAll(async () => {
  world = await createBrowserWorld();
  await speak("en");
}, 120_000);
afterAll(() => world?.close());

const DESK = { width: 1280, height: 900 };
const open = (path: string, opening: Opening = {}) =>
  world.openApp("manager", "admin", { path, size: DESK, ...opening });
const press = (app: Frame, name: string | RegExp) => app.getByRole("button", { name }).first().click();
const plov = () => world.seeded.branches.plov!;
const fee = async () => ((await world.as("customer").post("/quotes", await wish(world))).body as QuoteView).feeMinor;
const settings = async () => (await world.as("manager").get(`/branches/${plov()}/settings`)).body as BranchSettings;

describe("a manager's zones", () => {
  it("are drawn on the map, and the door inside pays by them from then on", async () => {
    expect(await fee()).toBe(1_000_000);
    const { app, check, close } = await open(`zones/new?branch=${plov()}`);
    await drawBorder(app, SQUARE, 180);
    await app.getByText("Drag a corner to move it").waitFor();
    await app.getByLabel("Name", { exact: true }).fill("Old town <b>east</b>");
    await app.getByLabel("Delivery, UZS").fill("4 500,5");
    await press(app, "Add the zone");
    await app.getByRole("link", { name: /Old town <b>east<\/b>/ }).waitFor();
    await check();
    expect(await fee()).toBe(450_050);
    await close();
  });

  it("say what an address would pay, or that nobody comes there", async () => {
    const { app, close } = await open(`zones?branch=${plov()}`);
    const place = app.getByLabel("Latitude, longitude");
    await place.fill(`${DOOR.lat}, ${DOOR.lng}`);
    await app.getByText("UZS 4,500.50").first().waitFor();
    await place.fill("39.65, 66.96");
    await app.getByRole("alert").waitFor();
    await close();
  });

  it("are refused with a sentence when the border crosses itself, before and by the API", async () => {
    const { app, check, close } = await open(`zones/new?branch=${plov()}`);
    await drawBorder(app, CROSSED, 120);
    await app.getByText("Drag a corner to move it").waitFor();
    await press(app, "Add the zone");
    await app.getByText("The border crosses itself. Move its corners apart.").waitFor();
    await app.getByText("Fill this in.").waitFor();
    await check();
    await close();
  });

  it("can still be moved after Telegram's theme has changed", async () => {
    const { app, page, close } = await open(`zones/new?branch=${plov()}`);
    await drawBorder(app, CROSSED, 80);
    await press(app, "Add the zone");
    await app.getByText("The border crosses itself. Move its corners apart.").waitFor();
    await app.locator(".map-canvas").evaluate((map) => {
      map.removeAttribute("data-drawn");
      document.documentElement.dataset.theme = "dark";
    });
    await app.locator(".map-canvas[data-drawn]").waitFor();
    const map = app.getByRole("application");
    await map.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await map.boundingBox())!;
    const middle = { x: x + width / 2, y: y + height / 2 };
    const pointer = async () => {
      for (const away of [3, 0]) await page.mouse.move(middle.x + 80 + away, middle.y + 80);
      return map
        .locator("canvas")
        .first()
        .evaluate((canvas) => canvas.style.cursor);
    };
    await expect.poll(pointer).toBe("move");
    await page.mouse.down();
    await page.mouse.move(middle.x + 16, middle.y - 160, { steps: 8 });
    await page.mouse.up();
    await app.getByText("The border crosses itself. Move its corners apart.").waitFor({ state: "detached" });
    await close();
  });

  it("can be begun with a circle, without a pointer, and removed after a question", async () => {
    const { app, page, close } = await open(`zones/new?branch=${plov()}`);
    await app.getByLabel("Radius, metres").fill("1500");
    await press(app, "Circle around the branch");
    await app.getByLabel("Name", { exact: true }).fill("Circle");
    await app.getByLabel("Delivery, UZS").fill("1 000");
    await press(app, "Add the zone");
    await app.getByRole("link", { name: /Circle/ }).click();
    expect(await fee()).toBe(100_000);
    await press(app, "Remove the zone");
    await page.getByRole("button", { name: "Remove the zone" }).click();
    await app.getByRole("link", { name: /Circle/ }).waitFor({ state: "detached" });
    await expect.poll(fee).toBe(450_050);
    await close();
  });
});

describe("a manager's branch", () => {
  it("gets its hours edited; hours that overlap are refused at their own row", async () => {
    const { app, check, close } = await open(`branches/${plov()}/hours`);
    await app.getByLabel("Monday: opens at").fill("11:30");
    await press(app, "Add hours: Monday");
    await app.getByLabel("Monday: opens at").nth(1).fill("12:00");
    await app.getByLabel("Monday: closes at").nth(1).fill("13:00");
    await press(app, "Save");
    await app.getByText("These hours overlap others.").waitFor();
    await check();
    await app.getByRole("button", { name: "Monday: remove these hours" }).nth(1).click();
    await press(app, "Save");
    await expect.poll(async () => (await settings()).hours[0]!.opensMinute).toBe(690);
    await close();
  });

  it("asks before what was typed is lost, by a link and by Telegram's arrow", async () => {
    const { app, page, close } = await open(`branches/${plov()}`);
    await app.getByRole("link", { name: "Couriers' pay" }).click();
    await app.getByLabel("For a trip, UZS").fill("9 999");
    await app.getByRole("link", { name: "People" }).click();
    await page.getByText("What you typed is not saved. Leave anyway?").waitFor();
    await page.getByRole("button", { name: "Stay" }).click();
    await page.getByText("What you typed is not saved. Leave anyway?").waitFor({ state: "detached" });
    expect(await app.getByLabel("For a trip, UZS").inputValue()).toBe("9 999");
    await app.evaluate(() => history.back());
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await app.getByLabel("For a trip, UZS").waitFor({ state: "detached" });
    expect((await settings()).pay.baseMinor).not.toBe(999_900);
    await close();
  });

  it("that somebody else has changed meanwhile is not overwritten", async () => {
    const { app, close } = await open(`branches/${plov()}/alerts`);
    await app.getByLabel("Rings every, seconds").fill("45");
    const { version, details } = await settings();
    await world.as("owner").patch(`/branches/${plov()}/settings`, { version, details: { ...details, phone: null } });
    await press(app, "Save");
    await app.getByText("Somebody changed this while you had it open.").waitFor();
    await press(app, "Show the new version");
    const every = app.getByLabel("Rings every, seconds");
    await expect.poll(() => every.inputValue()).toBe("30");
    await every.fill("45");
    await press(app, "Save");
    await expect.poll(async () => (await settings()).alerts.ringEverySeconds).toBe(45);
    await close();
  });
});

describe("a manager's people", () => {
  it("are invited by a link that the bot understands, let in and suspended", async () => {
    const { app, page, check, close } = await open("people/invite");
    await app.getByLabel("Role").selectOption("dispatcher");
    await check();
    await press(app, "Make the link");
    const link = await app.getByLabel("Link").inputValue();
    const code = new URL(link).searchParams.get("start")!;
    const person = { telegramId: 8_000_001, firstName: "Anvar <script>" };
    await world.asBot("staff").post("/people/meet", person);
    const anvar = world.caller({
      authorization: `Bearer ${world.deps.config.SERVICE_TOKEN}`,
      "x-bot-id": world.seeded.bots.staff!,
      "x-telegram-id": String(person.telegramId),
    });
    expect(await anvar.post("/members/join", { code })).toMatchObject({ status: 200 });
    await app.getByRole("link", { name: "People" }).click();
    const row = app.locator("li.person", { hasText: "Anvar <script>" });
    await row.getByRole("button", { name: "Let in" }).click();
    await row.getByText("Works here").waitFor();
    await row.getByRole("button", { name: "Suspend" }).click();
    await page.getByRole("button", { name: "Suspend", exact: true }).click();
    await row.getByText("Suspended").waitFor();
    await check();
    expect(await anvar.get("/me")).toMatchObject({ status: 403 });
    await close();
  });
});

describe("an owner's settings", () => {
  it("show whether each bot's token works at Telegram now", async () => {
    const { app, check, close } = await world.openApp("owner", "admin", {
      path: "settings",
      languageCode: "en",
      size: DESK,
    });
    await app.getByText(/The token works: Peyk courier/).waitFor();
    await check();
    await close();
  });
});

describe("the log", () => {
  it("names who changed what from which value to which, and is narrowed from its address", async () => {
    const manager = world.as("manager");
    const polygon = circleAround(DOOR, 300);
    const rules = { feeRule: { kind: "flat", feeMinor: 5_000_000 }, minimumMinor: 0, promisedMinutes: 30 };
    await manager.post("/zones", { branchId: plov(), name: "Logged <b>zone</b>", polygon, ...rules });
    const { version, alerts } = await settings();
    await manager.patch(`/branches/${plov()}/settings`, { version, alerts: { ...alerts, ringsPerLevel: 7 } });
    const { app, check, close } = await open("audit?kind=zone");
    await app.getByText("Zone drawn").first().waitFor();
    await app.getByText("Logged <b>zone</b>").first().waitFor();
    await check();
    await app.getByLabel("What", { exact: true }).selectOption("branch");
    const change = app.locator("article", { hasText: "Rings per level" });
    await change.locator("del", { hasText: "4" }).first().waitFor();
    await change.locator("ins", { hasText: "7" }).first().waitFor();
    expect(await app.evaluate(() => location.search)).toContain("kind=branch");
    await close();
  });
});

const SCREENS = {
  branches: "branches",
  branch: "branches/{id}",
  "branch-hours": "branches/{id}/hours",
  "branch-holidays": "branches/{id}/holidays",
  "branch-dispatch": "branches/{id}/dispatch",
  "branch-alerts": "branches/{id}/alerts",
  "branch-pay": "branches/{id}/pay",
  "branch-new": "branches/new",
  zones: "zones?branch={id}",
  "zone-new": "zones/new?branch={id}",
  people: "people",
  couriers: "people/couriers",
  invitations: "people/invitations",
  invite: "people/invite",
  settings: "settings",
  "bot-new": "settings/bots/new",
  audit: "audit",
  more: "more",
};

/** Each language and each theme once; all of them when pictures are wanted. */
const LOOKS = [
  ["light", "desk", "en"],
  ["dark", "phone", "uz"],
  ["light", "phone", "ru"],
  ...(process.env.PICTURES ? ([["dark", "desk", "en"]] as const) : []),
] as const;

describe.each(LOOKS)("every place, %s on a %s in %s", (theme, device, language) => {
  it("is readable to everybody, and no text is missing", async () => {
    await speak(language);
    const size = device === "desk" ? DESK : { width: 360, height: 740 };
    const { app, picture, check, close } = await world.openApp("owner", "admin", { path: "more", theme, size });
    for (const [name, path] of Object.entries(SCREENS)) {
      await app.evaluate((to) => history.pushState(null, "", to), `/app/admin/${path.replace("{id}", plov())}`);
      await app.getByRole("heading", { level: 1 }).waitFor();
      await app.locator(".skeleton").first().waitFor({ state: "detached" });
      await picture(`${name}-${device}`);
      expect(await app.locator("body").textContent(), name).not.toMatch(/\badmin-[a-z]/);
      await check().catch((error: unknown) => {
        throw new Error(`${name}: ${String(error)}`);
      });
    }
    await close();
  }, 120_000);
});
