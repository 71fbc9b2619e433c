import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MeView } from "#shared/contracts/people";
import { type BrowserWorld, createBrowserWorld, type OpenedApp } from "#sim/testing/browser-world";
import { COUNTER, type Confirmed, confirmed, ok, share, startWork } from "#sim/testing/courier-at-work";
import { DOOR, placed } from "#sim/testing/place";

const DESKTOP = { width: 1_440, height: 860 };
const TABLET = { width: 1_024, height: 768 };
const UNKNOWN = "019cad58-bd80-74b4-af09-000000000000";
/** Without a map, which a software renderer is slow at: for whatever does not need one. */
const PHONE = { width: 360, height: 740 };
const BROWSER_MS = 90_000;

let world: BrowserWorld;
const opened: OpenedApp[] = [];

beforeAll(async () => {
  world = await createBrowserWorld();
  for (const who of ["dispatcher", "manager", "kitchen"])
    ok(await world.as(who).put("/me/language", { language: "en" }));
  await startWork(world, "courier1");
  await startWork(world, "courier2", { lat: COUNTER.lat + 0.01, lng: COUNTER.lng });
  await startWork(world, "courier3", { lat: COUNTER.lat + 0.02, lng: COUNTER.lng + 0.01 });
}, 180_000);
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});
afterAll(() => world.close());

const open = async (who = "dispatcher", opening: Parameters<BrowserWorld["openApp"]>[2] = {}) => {
  const app = await world.openApp(who, "dispatch", { size: PHONE, ...opening });
  opened.push(app);
  return app;
};
/** An order that waits for a courier, whom nobody but a dispatcher looks for. */
const waitingOrder = async (text: string): Promise<Confirmed & { code: string }> => {
  const order = await confirmed(world, { dropoff: { ...DOOR, text } });
  const [row] = await world.owner`select code from orders where id = ${order.orderId}`;
  return { ...order, code: row!.code };
};
const holderOf = async (deliveryId: string) =>
  (
    await world.owner`
      select p.first_name from deliveries d join couriers c on c.id = d.courier_id
      join profiles p on p.account_id = c.account_id where d.id = ${deliveryId}`
  )[0]?.first_name;
const column = ({ app }: OpenedApp, name: string) => app.getByRole("region", { name });
const card = (board: OpenedApp, where: string, code: string) =>
  column(board, where).getByRole("button", { name: code });
const drawer = ({ app }: OpenedApp, code: string) => app.getByRole("complementary", { name: code });

describe("the board", { timeout: BROWSER_MS }, () => {
  it("shows an order that is placed now by itself; whoever takes its alert silences it on every screen", async () => {
    const [board, other] = await Promise.all([open(), open("manager")]);
    const order = await placed(world, { dropoff: { ...DOOR, text: "Abay street 7" } });
    await card(board, "New", order.code).waitFor();
    const alert = ({ app }: OpenedApp) => app.getByRole("listitem").filter({ hasText: `New order${order.code}` });
    await alert(other).waitFor();
    await alert(board).getByRole("button", { name: "I take it" }).click();
    await alert(other).waitFor({ state: "detached" });
    await drawer(board, order.code).waitFor();
    const [row] = await world.owner`select state from alerts
      where subject_id = ${order.id} and kind = 'order_unconfirmed'`;
    expect(row!.state).toBe("acknowledged");
  });

  it("gives an order to a courier from the ranked list, and then to another one", async () => {
    const order = await waitingOrder("Bunyodkor 14");
    const board = await open("dispatcher", { size: DESKTOP });
    await card(board, "Needs a courier", order.code).click();
    await drawer(board, order.code).getByRole("button", { name: "Assign Sergey" }).click();
    await card(board, "Courier is coming", order.code).getByText("Sergey").waitFor();
    expect(await holderOf(order.deliveryId)).toBe("Sergey");
    await drawer(board, order.code).getByRole("button", { name: "Assign Bekzod" }).click();
    await card(board, "Courier is coming", order.code).getByText("Bekzod").waitFor();
    expect(await holderOf(order.deliveryId)).toBe("Bekzod");
  });

  it("gives an order to the courier it is dropped on", async () => {
    const order = await waitingOrder("Mukimi 3");
    const board = await open("dispatcher", { size: DESKTOP });
    const row = board.app.getByRole("region", { name: "Couriers" }).getByRole("listitem").filter({ hasText: "Jasur" });
    await column(board, "Needs a courier").getByRole("listitem").filter({ hasText: order.code }).dragTo(row);
    await card(board, "Courier is coming", order.code).getByText("Jasur").waitFor();
    expect(await holderOf(order.deliveryId)).toBe("Jasur");
  });

  it("tells a dispatcher who is choosing that another one was faster, and overwrites nothing", async () => {
    const order = await waitingOrder("Shota Rustaveli 33");
    const path = `?order=${order.orderId}`;
    const [first, second] = await Promise.all([open("dispatcher", { path }), open("manager", { path })]);
    const sergey = (board: OpenedApp) => drawer(board, order.code).getByRole("button", { name: "Assign Sergey" });
    await Promise.all([sergey(first).waitFor(), sergey(second).waitFor()]);
    await sergey(first).click();
    await drawer(second, order.code).getByRole("alert").getByText("Sergey has it by now").waitFor();
    expect(
      await drawer(second, order.code)
        .getByRole("button", { name: /^Assign/ })
        .count(),
    ).toBe(0);
    expect(await holderOf(order.deliveryId)).toBe("Sergey");
  });

  it("is used by keyboard: a card opens with Enter, Escape closes it and the address has forgotten it", async () => {
    const order = await waitingOrder("Kichik Beshyogʻoch 120");
    const board = await open();
    await card(board, "Needs a courier", order.code).focus();
    await board.page.keyboard.press("Enter");
    await drawer(board, order.code).getByRole("heading", { name: order.code }).waitFor();
    expect(board.app.url()).toContain(`order=${order.orderId}`);
    await board.page.keyboard.press("Escape");
    await drawer(board, order.code).waitFor({ state: "detached" });
    expect(board.app.url()).not.toContain("order=");
  });

  it("hears of a courier's new place on its own, without asking", async () => {
    const { redis, keys } = world.deps;
    const [courier] = await world.owner`
      update couriers set last_lat = null, last_lng = null, last_position_at = null
      where id = (select c.id from couriers c join profiles p on p.account_id = c.account_id
        where p.first_name = 'Bekzod') returning id`;
    await redis.zrem(keys.positions(world.seeded.regionId), courier!.id);
    const board = await open("dispatcher", { path: "?tab=couriers" });
    const row = column(board, "Couriers").getByRole("listitem").filter({ hasText: "Bekzod" });
    await row.getByText("Position is old").waitFor();
    const asked: string[] = [];
    board.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await share(world, "courier3", { lat: COUNTER.lat + 0.02, lng: COUNTER.lng });
    await row.getByText("Position is old").waitFor({ state: "detached" });
    expect(asked.filter((path) => path.startsWith("/board") || path.startsWith("/couriers"))).toEqual([]);
  });

  it("says in words that an order is not there", async () => {
    const board = await open("dispatcher", { path: `?order=${UNKNOWN}` });
    await board.app.getByText("There is no such order").waitFor();
  });
});

describe("the kitchen's slips", { timeout: BROWSER_MS }, () => {
  it("confirm with minutes, are cooked and made ready, and take a dish off the menu", async () => {
    const branch = world.seeded.branches.plov!;
    const order = await placed(world, { dropoff: { ...DOOR, text: "Navoi street 12" } });
    const kitchen = await open("kitchen", { size: TABLET, path: `?branch=${branch}` });
    const slip = kitchen.app
      .getByRole("listitem")
      .filter({ has: kitchen.app.getByRole("heading", { name: order.code }) });
    await slip.getByRole("button", { name: "15 min" }).click();
    await slip.getByRole("button", { name: "Start cooking" }).click();
    await slip.getByRole("button", { name: "Ready", exact: true }).click();
    await kitchen.app.getByRole("region", { name: "Ready" }).getByText(order.code).waitFor();
    const [row] = await world.owner`select status from orders where id = ${order.id}`;
    expect(row!.status).toBe("ready");

    await kitchen.app.getByRole("button", { name: "What is sold out" }).click();
    await kitchen.app.getByRole("button", { name: "Sold out Shurpa" }).click();
    await kitchen.app.getByRole("button", { name: "There again Shurpa" }).waitFor();
    const menu = JSON.stringify(ok(await world.as("customer").get(`/branches/${branch}/menu`)));
    expect(menu).toMatch(/"name":\{[^}]*Shurpa[^}]*\}.*?"available":false/);
    await kitchen.check();
    await kitchen.picture("sold-out");
    ok(await world.as("kitchen").put(`/branches/${branch}/items/${await shurpa()}/availability`, { available: true }));
  });

  const shurpa = async () => (await world.owner`select id from items where name->>'en' = 'Shurpa'`)[0]!.id;
});

describe("for everybody", { timeout: BROWSER_MS }, () => {
  const SIZES = { desktop: DESKTOP, phone: PHONE };
  it.each([
    ["light", "desktop"],
    ["dark", "desktop"],
    ["light", "phone"],
    ["dark", "phone"],
  ] as const)("axe finds nothing in %s on a %s", async (theme, size) => {
    const order = await waitingOrder("Taras Shevchenko 2");
    const board = await open("dispatcher", { theme, size: SIZES[size] });
    await card(board, "Needs a courier", order.code).waitFor();
    await board.check();
    await board.picture(`board-${size}`);
    await card(board, "Needs a courier", order.code).click();
    await drawer(board, order.code).getByRole("button", { name: "Assign Bekzod" }).waitFor();
    await board.check();
    await board.picture(`order-${size}`);
  });

  it("is shut in words for somebody who is suspended while it is open", async () => {
    const order = await waitingOrder("Amir Temur 1");
    const board = await open("manager");
    const { memberships } = ok<MeView>(await world.as("manager").get("/me"));
    ok(await world.as("owner").post(`/members/${memberships[0]!.id}/suspend`));
    // By the next tap, or before it: the board may hear of it by itself.
    const shut = board.app.getByRole("alert").waitFor();
    await Promise.race([card(board, "Needs a courier", order.code).click(), shut]);
    await shut;
    await column(board, "Needs a courier").waitFor({ state: "detached" });
  });
});
