import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { CourierPurse } from "#shared/contracts/courier";
import type { OrderView } from "#shared/contracts/order";
import { type BrowserWorld, createBrowserWorld } from "#sim/testing/browser-world";
import { confirmed, ok, startWork } from "#sim/testing/courier-at-work";

vi.setConfig({ testTimeout: 60_000 }); // a browser on a busy machine

let world: BrowserWorld;
let orderId: string;
beforeAll(async () => {
  world = await createBrowserWorld();
  await world.as("manager").put("/me/language", { language: "en" });
  await startWork(world, "courier1");
  const { deliveryId, pin, ...order } = await confirmed(world);
  const courier = world.as("courier1");
  const courierId = world.seeded.couriers.courier1!;
  ok(await world.as("dispatcher").post(`/deliveries/${deliveryId}/assign`, { courierId }));
  ok(await courier.post(`/deliveries/${deliveryId}/pick-up`));
  ok(await courier.post(`/deliveries/${deliveryId}/hand-over`, { proof: { kind: "pin", pin } }));
  orderId = order.orderId;
}, 120_000);
afterAll(() => world?.close());

const open = (path: string) => world.openApp("manager", "admin", { path, size: { width: 1280, height: 900 } });

describe("a manager", () => {
  it("takes in a part of a courier's cash, and the page shows what is left", async () => {
    const id = world.seeded.couriers.courier1!;
    const purse = async () => ok<CourierPurse>(await world.as("manager").get(`/couriers/${id}/purse`));
    const { cashInHandMinor } = await purse();
    const { app, check, close } = await open(`people/couriers/${id}`);
    await app.getByRole("button", { name: "Took in cash" }).click();
    const dialog = app.getByRole("dialog");
    const amount = dialog.getByLabel("Amount, UZS");
    expect(await amount.inputValue()).toBe(String(cashInHandMinor / 100));
    await check();
    await amount.fill(String(cashInHandMinor / 100 + 1));
    await dialog.getByText("At most").waitFor();
    await amount.fill("1 000");
    await dialog.getByText(/Did Jasur hand in .*1,000/).waitFor();
    await dialog.getByLabel("Till").selectOption({ value: world.seeded.branches.plov! });
    await dialog.getByRole("button", { name: "Took in cash" }).click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(purse).toMatchObject({ cashInHandMinor: cashInHandMinor - 100_000 });
    await close();
  });

  it("gives a customer's money back from the page of the order, once", async () => {
    const { code } = ok<OrderView>(await world.as("manager").get(`/orders/${orderId}`));
    const { app, check, close } = await open(`orders/${orderId}`);
    await app.getByRole("button", { name: "Give the money back" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText(`back for order ${code}?`).waitFor();
    await check();
    await dialog.getByRole("button", { name: "Give the money back" }).click();
    await app.getByText("Refunded").waitFor();
    expect(await app.getByRole("button", { name: "Give the money back" }).count()).toBe(0);
    expect(ok(await world.as("manager").get(`/orders/${orderId}`))).toMatchObject({ refundableMinor: 0 });
    await close();
  });
});
