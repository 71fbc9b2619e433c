import { expect } from "vitest";
import type { BrowserWorld, OpenedApp, Opening } from "./browser-world";
import { COUNTER, type Confirmed, confirmed, ok } from "./courier-at-work";

const AT_COUNTER = { latitude: COUNTER.lat, longitude: COUNTER.lng };

/** A courier with the app open, and a thumb. */
export type CourierPhone = OpenedApp & {
  press(name: string | RegExp): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  tab(name: string | RegExp): Promise<void>;
  /** Answers what Telegram asks. */
  answers(name: string): Promise<void>;
  back(): Promise<void>;
  /** A page that stands: what axe finds is noted, a line that is too wide fails at once. */
  shows(name: string): Promise<void>;
  types(pin: string): Promise<void>;
};

/** @param findings gets what axe finds, page by page: one look tells all of it */
export async function openCourierPhone(
  world: BrowserWorld,
  person: string,
  findings: string[],
  opening: Opening = {},
): Promise<CourierPhone> {
  const opened = await world.openApp(person, "courier", { at: AT_COUNTER, ...opening });
  const { app, page, check, picture } = opened;
  const words = () => app.locator("body").textContent();
  return {
    ...opened,
    press: (name) => app.getByRole("button", { name, exact: true }).first().click(),
    sees: async (text) => {
      const shown = app.getByText(text).first().waitFor();
      await shown.catch(async () => {
        throw new Error(`no ${text} in: ${await words()}`);
      });
    },
    tab: (name) => app.getByRole("navigation").getByRole("button", { name }).click(),
    answers: (name) => page.getByRole("alertdialog").getByRole("button", { name }).click(),
    back: () => page.getByRole("button", { name: "Back" }).click(),
    shows: async (name) => {
      await check().catch(({ message }: Error) => findings.push(`${name}: ${message}`));
      expect(await app.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      await picture(name);
    },
    types: async (pin) => {
      for (const digit of pin) await app.getByRole("button", { name: digit, exact: true }).click();
    },
  };
}

/** What is asked for is explained once, and remembered for the person. */
export async function startShift({ app, press, sees }: CourierPhone): Promise<void> {
  await press("Start shift");
  const allow = app.getByRole("button", { name: "Allow and start" });
  await allow
    .or(app.getByRole("button", { name: "End shift" }))
    .first()
    .waitFor();
  if (await allow.isVisible()) await allow.click();
  await sees("Seen now");
}

/** Home, whatever became of the test before. */
export async function endShift(world: BrowserWorld, person: string): Promise<void> {
  await world.owner`update offers set status = 'withdrawn' where status = 'live'`;
  await world.owner`update trips set status = 'cancelled' where status in ('planned', 'active')`;
  await world.owner`update deliveries set status = 'cancelled', closed_at = created_at where closed_at is null`;
  ok(await world.as(person).post("/couriers/me/go-offline"));
}

export const offered = (phone: CourierPhone) => phone.app.getByRole("button", { name: "Accept" }).waitFor();

/** The courier with this order, on the way to its door. */
export async function atTheDoor(world: BrowserWorld, phone: CourierPhone): Promise<Confirmed> {
  const order = await confirmed(world);
  await offered(phone);
  await phone.press("Accept");
  await phone.press("I am at the kitchen");
  for (const line of await phone.app.getByRole("checkbox").all()) await line.check({ force: true });
  await phone.press("Picked up");
  await phone.press("I am at the door");
  await phone.press("Hand over");
  return order;
}
