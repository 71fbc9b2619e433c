import { PEOPLE } from "#drizzle/seed/tashkent";
import { BOT_OF_ROLE } from "#shared/kernel/role";
import type { BrowserWorld, MiniApp } from "#sim/testing/browser-world";
import { initDataFor } from "#sim/testing/init-data";
import { seededBot } from "#sim/testing/seeded-bot";

/** Stands for a phone's client around the page; it hears everything and has nothing to say. */
export const PHONE_CLIENT = "window.TelegramWebviewProxy = { postEvent() {} };";

/** A mini-app's address with launch data as Telegram appends it, signed for this person of the seed. */
export function signedAddress(world: BrowserWorld, person: string, app: MiniApp, path?: string): string {
  const { telegramId, firstName, roles } = PEOPLE.find(({ key }) => key === person)!;
  const { token } = seededBot(BOT_OF_ROLE[roles[0]!]);
  const user = { id: telegramId, first_name: firstName, language_code: "en" };
  const launch = new URLSearchParams({
    tgWebAppData: initDataFor(token, user, world.deps.clock.realNow()),
    tgWebAppVersion: "6.0",
    tgWebAppPlatform: "android",
    tgWebAppThemeParams: JSON.stringify({ bg_color: "#ffffff" }),
  });
  return `${world.addressOf(app, path)}#${launch}`;
}
