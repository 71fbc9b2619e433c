import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderSummary } from "#shared/contracts/order";
import { type BrowserWorld, createBrowserWorld, type OpenedApp } from "#sim/testing/browser-world";
import { type Confirmed, COUNTER, confirmed, ok, share, startWork } from "#sim/testing/courier-at-work";
import { DOOR, placed } from "#sim/testing/place";

const DESKTOP = { width: 1_440, height: 860 };
const TABLET = { width: 1_024, height: 768 };

let world: BrowserWorld;
let waiting: Confirmed;
const opened: OpenedApp[] = [];

beforeAll(async () => {
  world = await createBrowserWorld();
  for (const who of ["dispatcher", "manager", "kitchen"])
    ok(await world.as(who).put("/me/language", { language: "en" }));
  await startWork(world, "courier1");
  await startWork(world, "courier2", { lat: COUNTER.lat + 0.01, lng: COUNTER.lng });
  await startWork(world, "courier3", { lat: COUNTER.lat + 0.02, lng: COUNTER.lng + 0.01 });
  waiting = await confirmed(world);
}, 120_000);
afterAll(async () => {
  for (const app of opened) await app.close();
  await world.close();
});

const openBoard = async (who = "dispatcher", opening: Parameters<BrowserWorld["openApp"]>[2] = {}) => {
  const app = await world.openApp(who, "dispatch", { size: DESKTOP, ...opening });
  opened.push(app);
  return app;
};
const codeOf = async (orderId: string) => (await world.owner`select code from orders where id = ${orderId}`)[0]!.code;
const holderOf = async (deliveryId: string) =>
  (
    await world.owner`
      select p.first_name from deliveries d join couriers c on c.id = d.courier_id
      join profiles p on p.account_id = c.account_id where d.id = ${deliveryId}`
  )[0]?.first_name;
const card = ({ app }: OpenedApp, column: string, code: string) =>
  app.getByRole("region", { name: column }).getByRole("button", { name: code });

describe("the board", () => {
  it("shows what is open, and an order that is placed now by itself", async () => {
    const board = await openBoard();
    await card(board, "Needs a courier", await codeOf(waiting.orderId)).waitFor();
    const order = await placed(world, { dropoff: { ...DOOR, text: "Abay street 7" } });
    await card(board, "New", order.code).waitFor();
    await board.picture("look");
  });
});
