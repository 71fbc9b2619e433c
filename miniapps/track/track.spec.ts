import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserWorld, createBrowserWorld, type OpenedApp } from "#sim/testing/browser-world";
import { type Confirmed, confirmed, ok, share, startWork } from "#sim/testing/courier-at-work";
import { placed } from "#sim/testing/place";

const HALF_WAY = { lat: 41.327, lng: 69.2356 };

let world: BrowserWorld;
let order: Confirmed;
beforeAll(async () => {
  world = await createBrowserWorld();
  await startWork(world, "courier1");
  order = await confirmed(world);
  const courierId = world.seeded.couriers.courier1!;
  ok(await world.as("dispatcher").post(`/deliveries/${order.deliveryId}/assign`, { courierId }));
}, 120_000);
afterAll(() => world.close());

const see = (orderId: string, opening: Parameters<BrowserWorld["openApp"]>[2] = {}) =>
  world.openApp("customer", "track", { path: `?order=${orderId}`, languageCode: "en", ...opening });
const courier = async (action: string, body = {}) =>
  ok(await world.as("courier1").post(`/deliveries/${order.deliveryId}/${action}`, body));
const shows = ({ app }: OpenedApp, text: string | RegExp) => app.getByText(text).first().waitFor();

/** Its map has nothing left to draw. */
const drawn = ({ app }: OpenedApp) => app.locator(".map-canvas[data-drawn]").waitFor();

describe("the tracking page", { timeout: 60_000 }, () => {
  it("follows an order from the kitchen to the rating, as it happens", async () => {
    const opened = await see(order.orderId);
    const { app, page, check, picture } = opened;
    await app.getByRole("heading", { name: /is being cooked|kitchen has|Ready/ }).waitFor();
    await app.getByRole("region", { name: "PIN" }).getByText(order.pin).waitFor();
    await app.getByRole("button", { name: "Show the map" }).click();
    await app.getByRole("img", { name: "Your door" }).waitFor();
    expect(await app.getByRole("img", { name: "Sardor" }).count()).toBe(0);
    await check();
    await drawn(opened);
    await picture("kitchen");

    await courier("arrive", { at: "pickup" });
    await courier("pick-up");
    await shows(opened, "On the way to you");
    await share(world, "courier1", HALF_WAY);
    const { courier: carrier } = (await orderNow()).delivery;
    await app.getByRole("img", { name: carrier.firstName }).waitFor();
    await check();
    await drawn(opened);
    await picture("on-the-way");

    await app.getByRole("button", { name: "Write", exact: true }).click();
    await app.getByRole("textbox", { name: "Message" }).fill("The bell is broken, call me");
    await app.getByRole("button", { name: "Send" }).dblclick();
    await shows(opened, "The bell is broken, call me");
    ok(await world.as("courier1").post("/messages", { to: "customer", orderId: order.orderId, text: "Two minutes!" }));
    await shows(opened, "Two minutes!");
    expect(await app.getByText("The bell is broken, call me").count()).toBe(1);
    await check();
    await picture("chat");
    await page.getByRole("button", { name: "Back" }).click();

    await courier("arrive", { at: "dropoff" });
    await shows(opened, "The courier is at your door");
    await courier("hand-over", { proof: { kind: "pin", pin: order.pin } });
    await shows(opened, "Delivered. Enjoy!");
    expect(await app.getByText(order.pin).count()).toBe(0);

    const food = app.getByRole("group", { name: "Food" });
    await food.getByRole("radio", { name: "5 / 5" }).check({ force: true });
    await app.getByRole("textbox", { name: /A few words/ }).fill("Hot and quick");
    await check();
    await picture("rating");
    await app.getByRole("button", { name: "Send the rating" }).click();
    await app.getByRole("img", { name: "Food: 5 / 5" }).waitFor();
    await opened.close();
  });

  it("is opened by the button of the order's card in the chat", async () => {
    const { code } = await placed(world);
    const chat = await world.chat("customer");
    await chat.tap("My orders");
    await chat.tap(code);
    const card = await chat.sees(`Order ${code}`);
    const keys = (card.reply_markup?.inline_keyboard ?? []).flat();
    const urls = keys.flatMap((key) => ("web_app" in key ? key.web_app.url : []));
    expect(urls).toEqual([expect.stringMatching(/\/app\/track\/\?bot=[\w-]+&order=[\w-]+$/)]);
  });

  it("takes an order back with a reason, after asking once more", async () => {
    const { id } = await placed(world);
    const opened = await see(id, { theme: "dark" });
    const { app, page, check, picture } = opened;
    await app.getByRole("button", { name: "Cancel the order" }).click();
    await app.getByRole("radio", { name: "I changed my mind" }).check();
    await check();
    await picture("cancel");
    await page.getByRole("button", { name: "Cancel the order" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the order" }).click();
    await app.getByRole("heading", { name: "Cancelled" }).waitFor();
    await shows(opened, "I changed my mind");
    await check();
    await picture("cancelled");
    await opened.close();
  });

  it("tells of an order that the kitchen has taken in the meantime that it cannot be taken back", async () => {
    const { id } = await placed(world);
    const opened = await see(id);
    const { app, page } = opened;
    await app.getByRole("button", { name: "Cancel the order" }).click();
    await app.getByRole("radio", { name: "It takes too long" }).check();
    for (const action of ["confirm", "start_preparing"]) ok(await world.as("kitchen").post(`/orders/${id}/${action}`));
    await page.getByRole("button", { name: "Cancel the order" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the order" }).click();
    await app.getByRole("alert").getByText("The order has moved on").waitFor();
    await opened.close();
  });

  it.each([
    ["en", "light", "My orders"],
    ["ru", "dark", "Мои заказы"],
    ["uz", "light", "Buyurtmalarim"],
  ] as const)("lists the person's orders in %s and %s, and opens one", async (language, theme, title) => {
    ok(await world.as("customer").send("PUT", "/me/language", { language }));
    const opened = await world.openApp("customer", "track", { theme, languageCode: language });
    const { app, check, picture } = opened;
    await app.getByRole("heading", { name: title }).waitFor();
    await app.getByRole("listitem").first().waitFor();
    await check();
    await picture(`orders-${language}`);
    await app.getByRole("listitem").last().getByRole("button").click();
    await app.getByRole("region").or(app.locator(".headline")).first().waitFor();
    await check();
    await picture(`order-${language}`);
    await opened.close();
  });

  it("knows nothing of an order that is not there, nor of somebody else's", async () => {
    ok(await world.as("customer").send("PUT", "/me/language", { language: "en" }));
    const gone = await see(world.deps.newId());
    await gone.app.getByRole("alert").getByText("There is no such order").waitFor();
    await gone.check();
    await gone.picture("gone");
    await gone.close();
    const strange = await world.openApp("owner", "track", { path: `?order=${order.orderId}` });
    await strange.app.getByRole("alert").waitFor();
    expect(await strange.app.getByText(order.pin).count()).toBe(0);
    await strange.close();
  });
});

const orderNow = async () =>
  ok<{ delivery: { courier: { firstName: string } } }>(await world.as("customer").get(`/orders/${order.orderId}`));
