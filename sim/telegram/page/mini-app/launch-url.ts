import type { OpenMiniApp } from "../app/phone-ui";
import { themeParams } from "./theme-params";

/** The version of the mini-app events that this host answers. */
export const VERSION = "9.1";

/** What Telegram puts behind the hash when it opens a mini-app. */
export function launchUrl({ url, initData }: OpenMiniApp): string {
  const launch = new URL(url);
  const start = launch.searchParams.get("tgWebAppStartParam");
  const params = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: VERSION,
    tgWebAppPlatform: "weba",
    tgWebAppThemeParams: JSON.stringify(themeParams()),
    ...(start && { tgWebAppStartParam: start }),
  });
  const own = launch.hash.slice(1);
  launch.hash = own ? `${own}${own.includes("?") ? "&" : "?"}${params}` : params.toString();
  return launch.href;
}
