import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type BrowserWorld, createBrowserWorld, type Opening } from "#sim/testing/browser-world";
import { type Confirmed, confirmed, ok, statusOf } from "#sim/testing/courier-at-work";
import {
  atTheDoor,
  type CourierPhone,
  endShift,
  offered,
  openCourierPhone,
  startShift,
} from "#sim/testing/courier-phone";
import { DOOR } from "#sim/testing/place";

const AT_DOOR = { latitude: DOOR.lat, longitude: DOOR.lng };
const LIMIT_MS = 180_000; // a browser on a busy machine
vi.setConfig({ testTimeout: LIMIT_MS });
/** Business seconds last longer than the machine's: each page is looked at by axe while an offer waits. */
const SPEED = 0.25;

let world: BrowserWorld;
let phones: CourierPhone[] = [];
/** What axe found in this test. */
let findings: string[] = [];
beforeAll(async () => {
  world = await createBrowserWorld({ speed: SPEED });
  for (const person of ["courier1", "courier2"]) await speak(person, "en");
}, LIMIT_MS);
afterAll(() => world.close());
afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.close()));
  phones = [];
  const found = findings;
  findings = [];
  for (const person of ["courier1", "courier2"]) await endShift(world, person);
  expect(found).toEqual([]);
}, LIMIT_MS);

const speak = async (person: string, language: string) => ok(await world.as(person).put("/me/language", { language }));

async function phoneOf(person: string, opening?: Opening): Promise<CourierPhone> {
  const phone = await openCourierPhone(world, person, findings, opening);
  phones.push(phone);
  return phone;
}

const wrong = (pin: string) => (pin === "0000" ? "1111" : "0000");
const ringing = (kind: string) => world.owner`select 1 from alerts where kind = ${kind} and state = 'ringing'`;
const ends = (order: Confirmed, status: string) =>
  expect.poll(() => statusOf(world, order.deliveryId), { timeout: 20_000 }).toBe(status);

describe("a courier's app", () => {
  it("leads from the sign-in to the hand-over, and the house sees the courier move", async () => {
    const phone = await phoneOf("courier1");
    await phone.sees("Off shift");
    await phone.shows("work-off-shift");
    await phone.press("Start shift");
    await phone.sees("Only on shift");
    await phone.shows("permissions");
    await phone.press("Allow and start");
    await phone.sees("Seen now");
    await phone.sees(/free couriers/);
    await phone.shows("work");

    const order = await confirmed(world);
    await offered(phone);
    await phone.shows("offer");
    await phone.press("Decline");
    await phone.shows("offer-decline");
    await phone.press("Back");
    await phone.press("Accept");
    await phone.sees("Fetch");
    await phone.shows("trip-fetch");
    await phone.press("I am at the kitchen");
    await phone.sees("In the bag: 0 / 1");
    await phone.shows("trip-bag");
    await phone.app.getByRole("checkbox").first().check({ force: true });
    await phone.press("Picked up");
    await phone.sees("blue gate");
    await phone.shows("trip-bring");

    await phone.context.setGeolocation(AT_DOOR);
    const seenAt = async () =>
      ok<{ position: { lat: number } | null }>(
        await world.as("dispatcher").get(`/couriers/${world.seeded.couriers.courier1}`),
      ).position?.lat;
    await expect.poll(seenAt, { timeout: 40_000 }).toBeCloseTo(DOOR.lat, 4);

    await phone.press("I am at the door");
    await phone.press("Chat");
    await phone.press("I am here");
    await phone.app.locator(".messages .mine:not(.unsent)").waitFor();
    await phone.shows("chat");
    await phone.back();
    await phone.press("Could not hand over");
    await phone.app.getByRole("radio", { name: "Wrong address" }).check({ force: true });
    await phone.shows("fail");
    await phone.back();
    await phone.answers("Stay");
    await phone.back();
    await phone.answers("Leave");
    await phone.press("Hand over");
    await phone.shows("hand-over");
    await phone.types(order.pin);
    await phone.sees(/No trip now/);
    await ends(order, "delivered");
    await phone.shows("trip-none");

    await phone.tab("My day");
    await phone.sees("deliveries");
    await phone.shows("day");
    await phone.press("The days before");
    await phone.sees("Last deliveries");
    await phone.shows("history");
    await phone.back();
    await phone.tab("Shift");
    await phone.press(/free couriers|Orders that look/);
    await phone.sees("Right now");
    await phone.shows("place");
    await phone.back();
    await phone.press("SOS");
    await phone.shows("panic");
    await phone.press("Call for help now");
    await phone.sees("The dispatchers are being called");
    expect(await ringing("courier_panic")).toHaveLength(1);
    await phone.back();
    await phone.press("End shift");
    await phone.answers("End shift");
    await phone.sees("Off shift");
  });

  it("keeps what is done without a network, shows it, and sends each thing once", async () => {
    const phone = await phoneOf("courier1");
    await startShift(phone);
    const order = await confirmed(world);
    await offered(phone);
    await phone.press("Accept");
    await phone.sees("Fetch");
    await phone.context.setOffline(true);
    await phone.press("I am at the kitchen");
    await phone.app.getByRole("checkbox").first().check({ force: true });
    await phone.press("Picked up");
    await phone.press("I am at the door");
    await phone.press("Not sent yet: 3");
    await phone.shows("unsent");
    expect(await statusOf(world, order.deliveryId)).toBe("assigned");
    await phone.back();
    await phone.press("Hand over");
    await phone.types(order.pin);
    await phone.sees(/Saved on the phone|No trip now/);
    await phone.context.setOffline(false);
    await ends(order, "delivered");
    const done = await world.owner`select action from timeline
        where delivery_id = ${order.deliveryId} and done_by = 'courier' order by action`;
    const once = ["accept", "arrive_dropoff", "arrive_pickup", "hand_over", "pick_up"];
    expect(done.map(({ action }) => action)).toEqual(once);
    await expect.poll(() => phone.app.getByRole("button", { name: /Not sent yet/ }).count()).toBe(0);
  });

  it("locks after five wrong PINs and calls a dispatcher; takes a photo, and nothing that is none", async () => {
    const phone = await phoneOf("courier1");
    await startShift(phone);
    const order = await atTheDoor(world, phone);
    for (const left of [4, 3, 2, 1]) {
      await phone.types(wrong(order.pin));
      await phone.sees(`Tries left: ${left}.`);
    }
    await phone.shows("hand-over-wrong");
    await phone.types(wrong(order.pin));
    await phone.sees(/Too many wrong PINs/);
    expect(await ringing("pin_locked")).toHaveLength(1);

    const camera = phone.app.locator('input[type="file"]');
    await camera.setInputFiles({ name: "door.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no photo at all") });
    await phone.sees(/no photo that the phone can read/);
    await phone.shows("hand-over-photo");
    // Forty megabytes that begin like a photo and are one: what follows a PNG's end is nobody's business.
    const large = Buffer.concat([await phone.page.screenshot(), Buffer.alloc(40_000_000)]);
    await camera.setInputFiles({ name: "door.png", mimeType: "image/png", buffer: large });
    await phone.app.getByRole("img", { name: "Your photo of the hand-over" }).waitFor();
    await phone.shows("hand-over-photo-taken");
    await phone.page.context().route("**/storage/**", (route) => route.abort(), { times: 1 }); // cut off in the middle
    await phone.press("Hand over with this photo");
    await ends(order, "delivered");
    const [photo] = await world.owner`select m.bytes, m.content_type from media m
      join deliveries d on d.proof_media_id = m.id where d.id = ${order.deliveryId}`;
    expect(photo).toMatchObject({ content_type: "image/jpeg" });
    expect(Number(photo!.bytes)).toBeLessThan(1_000_000);
  });

  it("gives an offer to the faster of two, and tells the other at once", async () => {
    const [first, second] = [await phoneOf("courier1"), await phoneOf("courier2")];
    for (const phone of [first, second]) await startShift(phone);
    const order = await confirmed(world);
    ok(await world.as("dispatcher").post(`/deliveries/${order.deliveryId}/broadcast`));
    await Promise.all([offered(first), offered(second)]);
    await first.press("Accept");
    await second.sees("Taken by another courier");
    await second.shows("offer-taken");
    await first.sees("Fetch");
    await second.press("Close");
    await first.press("I cannot fetch it");
    await first.app.getByRole("radio", { name: "An accident" }).check({ force: true });
    await first.shows("release");
    await first.press("Give it back");
    await offered(second); // and so it comes to the other after all
    world.clock.advance(120_000); // the time is over, and the tap comes too late
    const accept = second.app.getByRole("button", { name: "Accept" });
    const isTapped = await accept.click({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (!isTapped) expect(await accept.count()).toBe(0); // the app has noticed by itself and taken the button away
    await second.sees(/Time is over|The time for this offer is over/);
  });

  it("counts down by the server's clock on a phone that is years off", async () => {
    const phone = await phoneOf("courier1");
    await startShift(phone);
    await phone.app.evaluate(() => {
      Date.now = () => 1_000_000_000_000;
    });
    await confirmed(world);
    await offered(phone);
    const seconds = Number(/\d+/.exec((await phone.app.getByRole("timer").getAttribute("aria-label"))!)![0]);
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThanOrEqual(60);
    await phone.press("Decline");
    await phone.app.getByRole("radio", { name: "Too far" }).check({ force: true });
    await phone.app.getByRole("button", { name: "Decline" }).click();
    await phone.app.getByRole("button", { name: "Accept" }).waitFor({ state: "hidden" });
  });

  it.each([
    ["ru", "dark", "Начать смену", "Мой день", "Рейс"],
    ["uz", "dark", "Smenani boshlash", "Kunim", "Reys"],
    ["en", "light", "Start shift", "My day", "Trip"],
  ] as const)("speaks %s in a %s theme, on a phone of 320 pixels, too", async (language, theme, start, day, trip) => {
    await speak("courier2", language);
    const phone = await phoneOf("courier2", { theme, size: { width: 320, height: 640 } });
    await phone.app.getByRole("button", { name: start }).waitFor();
    await phone.shows(`${language}-work`);
    await phone.tab(trip);
    await phone.shows(`${language}-trip`);
    await phone.tab(day);
    await phone.shows(`${language}-day`);
    expect(await phone.app.evaluate(() => document.body.textContent)).not.toMatch(/road-|ui-|\{ \$/);
  });

  it("tells a stranger how to become a courier", async () => {
    const phone = await phoneOf("customer");
    await phone.sees(/\/start/);
    await phone.shows("stranger");
  });
});
