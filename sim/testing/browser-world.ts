import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame, Page, Route } from "playwright-core";
import { LOCAL_BOTS, PEOPLE } from "#drizzle/seed/tashkent";
import { BOT_OF_ROLE, type BotKind } from "#shared/kernel/role";
import { buildMiniapps } from "#sim/stack/build-miniapps";
import { checkAccessibility } from "./check-accessibility";
import { openChromium } from "./open-chromium";
import { createTelegramWorld, type TelegramWorld } from "./telegram-world";

const ROOT = join(import.meta.dirname, "..", "..");
const PICTURES = process.env.PICTURES ? join(ROOT, "docs", "pictures") : mkdtempSync(join(tmpdir(), "peyk-pictures-"));

const NO_NETWORK = { MAP_STYLE_URL: "plain", MAP_STYLE_DARK_URL: "plain" };

export type MiniApp = "courier" | "dispatch" | "admin" | "track";
export type Theme = "light" | "dark";

/** The bot whose mini-app each one is. */
const BOT_OF_APP: Record<MiniApp, BotKind> = {
  courier: "courier",
  dispatch: "staff",
  admin: "staff",
  track: "customer",
};

export type Opening = {
  /** What follows `/app/<app>/`, as in "orders?status=late". */
  path?: string;
  theme?: Theme;
  /** A phone of 360 × 740 unless told. */
  size?: { width: number; height: number };
  /** Where the device says it is. */
  at?: { latitude: number; longitude: number };
  /** Of Telegram's own interface, "ru"; the person's as it is in the seed unless told. */
  languageCode?: string;
  /** Launch data of one's own making, instead of what the local Telegram signs. */
  initData?: string;
};

export type OpenedApp = {
  /** Telegram around the mini-app: its main button, back button and popups. */
  page: Page;
  /** The mini-app itself. */
  app: Frame;
  context: BrowserContext;
  /** Writes `docs/pictures/<app>/<name>-<theme>.png` when PICTURES=1 is set, else the same below a temporary folder. */
  picture(name: string): Promise<string>;
  /** @throws Error with what axe finds in the mini-app */
  check(): Promise<void>;
  close(): Promise<void>;
};

export type BrowserWorld = TelegramWorld & {
  browser: Browser;
  /** Opens a mini-app as this person in a window of Telegram, launch data signed by the local Telegram. */
  openApp(person: string, app: MiniApp, opening?: Opening): Promise<OpenedApp>;
  /** The local Telegram's page with the phones of these people on the desk. */
  openDesk(people: string[], theme?: Theme): Promise<Page>;
  /** A mini-app's address, as its button in the chat has it. */
  addressOf(app: MiniApp, path?: string): string;
};

/** The whole product with its mini-apps in a real browser. One per spec file; see miniapps/README.md. */
export async function createBrowserWorld(
  options: Omit<Parameters<typeof createTelegramWorld>[0] & {}, "miniapps"> = {},
): Promise<BrowserWorld> {
  const miniapps = buildMiniapps(ROOT);
  const [world, browser] = await Promise.all([
    createTelegramWorld({ ...options, env: { ...NO_NETWORK, ...options.env }, miniapps }),
    openChromium(),
  ]);
  const { telegram, deps, seeded } = world;

  const addressOf: BrowserWorld["addressOf"] = (app, path = "") => {
    const url = new URL(`${deps.config.PUBLIC_URL}/app/${app}/${path}`);
    url.searchParams.set("bot", seeded.bots[BOT_OF_APP[app]]!);
    return url.href;
  };

  const deskAddress = (fields: Record<string, string>) =>
    `${telegram.url}/#${new URLSearchParams({ token: telegram.token, ...fields })}`;

  return {
    ...world,
    browser,
    addressOf,
    openApp: async (person, app, opening = {}) => {
      const { theme = "light", size = { width: 360, height: 740 }, at, path, languageCode, initData } = opening;
      const phone = await world.phone(person);
      if (languageCode) await telegram.client.call("changePerson", { person: phone.id, languageCode });
      const context = await browser.newContext({
        viewport: size,
        colorScheme: theme,
        reducedMotion: "reduce",
        locale: "en-GB",
        timezoneId: "Asia/Tashkent",
        permissions: ["geolocation"],
        ...(at && { geolocation: at }),
      });
      if (process.env.BROWSER_LOG) printWhatItSays(context);
      const page = await context.newPage();
      const bot = LOCAL_BOTS.find(({ kind }) => kind === BOT_OF_APP[app])!.username;
      if (initData) await page.route("**/client/openMiniApp", (route) => replaceInitData(route, initData));
      await page.goto(deskAddress({ people: String(phone.id), theme, bot, open: addressOf(app, path) }));
      const frame = (await (await page.waitForSelector("iframe")).contentFrame())!;
      await frame.waitForSelector("#root > :not(.opening)");
      return {
        page,
        app: frame,
        context,
        picture: async (name) => {
          const file = join(PICTURES, app, `${name}-${theme}.png`);
          await page.screenshot({ path: file });
          return file;
        },
        check: () => checkAccessibility(frame),
        close: () => context.close(),
      };
    },
    openDesk: async (people, theme = "light") => {
      const ids = await Promise.all(people.map(async (key) => (await world.phone(key)).id));
      const page = await browser.newPage({ viewport: { width: 60 + 410 * people.length, height: 900 } });
      await page.goto(deskAddress({ people: ids.join(), theme }));
      return page;
    },
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}

async function replaceInitData(route: Route, initData: string): Promise<void> {
  const response = await route.fetch();
  const reply = await response.json();
  await route.fulfill({ response, json: { ...reply, result: { ...reply.result, initData } } });
}

/** With BROWSER_LOG=1: errors and console of all its pages, to look for a fault. */
export function printWhatItSays(context: BrowserContext): void {
  context.on("weberror", (error) => console.log("page:", error.error().stack));
  context.on("console", (message) => console.log("page:", message.text()));
}

/** The bot a person of the seed works with. */
export const botOf = (person: string): BotKind => BOT_OF_ROLE[PEOPLE.find(({ key }) => key === person)!.roles[0]!];
