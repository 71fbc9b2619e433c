/**
 * `bun run budgets [lighthouse|usable|memory]`: what the mini-apps may cost, measured in the system's Chromium on a
 * business of its own. One line of JSON per figure, with its limit; ends with 1 when one is not kept.
 */
import { raiseBrowserWorld } from "#sim/testing/browser-stage";
import type { MiniApp } from "#sim/testing/browser-world";
import { confirmed } from "#sim/testing/courier-at-work";
import { NO_GRAPHICS, openChromium } from "#sim/testing/open-chromium";
import { type Figure, isKept, lineOf } from "./figure";
import { firstUsable } from "./first-usable";
import { flatMemory } from "./flat-memory";
import { lighthouseFigures } from "./lighthouse";
import { signedAddress } from "./signed-page";

const only = process.argv[2];
const wants = (part: string) => !only || only === part;

const world = await raiseBrowserWorld();
const { orderId } = await confirmed(world);
for (const person of ["courier1", "customer", "dispatcher", "manager"])
  await world.as(person).put("/me/language", { language: "en" });

const address: Record<MiniApp, () => string> = {
  courier: () => signedAddress(world, "courier1", "courier"),
  track: () => signedAddress(world, "customer", "track", `?order=${orderId}`),
  dispatch: () => signedAddress(world, "dispatcher", "dispatch"),
  admin: () => signedAddress(world, "manager", "admin", "branches"),
};

let missed = 0;
const tell = (figure: Figure) => {
  if (!isKept(figure)) missed += 1;
  console.log(lineOf(figure));
};

if (wants("usable")) {
  const browser = await openChromium(NO_GRAPHICS);
  tell(await firstUsable(browser, "courier", address.courier(), "text=Start shift"));
  tell(await firstUsable(browser, "track", address.track(), ".headline h2"));
  await browser.close();
}
if (wants("lighthouse"))
  for (const app of ["courier", "track", "dispatch", "admin"] as const)
    for (const figure of await lighthouseFigures(app, address[app]())) tell(figure);
if (wants("memory")) tell(await flatMemory(world));

await world.close();
process.exit(missed > 0 ? 1 : 0);
