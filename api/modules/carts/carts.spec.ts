import { afterAll, describe, expect, it } from "vitest";
import type { CartView } from "#shared/contracts/cart";
import type { OrderSummary } from "#shared/contracts/order";
import { placed, plainItem } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const customer = world.as("customer");
const { plov, burger } = world.seeded.branches as { plov: string; burger: string };
const [dish, other] = [await plainItem(world, plov), await plainItem(world, burger)];
const add = (body: Record<string, unknown>, who = customer) => who.post("/cart/lines", body);
const cart = async () => (await customer.get("/cart")).body as CartView;

describe("a cart", () => {
  it("adds the same choice up, changes and takes out", async () => {
    await add({ branchId: plov, itemId: dish.id, quantity: 1 });
    const { body } = await add({ branchId: plov, itemId: dish.id, quantity: 2 });
    const { lines, subtotalMinor } = body as CartView;
    expect(lines).toMatchObject([{ quantity: 3, available: true }]);
    expect(subtotalMinor).toBe(3 * dish.priceMinor);
    const line = `/cart/lines/${lines[0]!.id}`;
    expect((await customer.patch(line, { quantity: 5 })).body).toMatchObject({ lines: [{ quantity: 5 }] });
    expect((await customer.patch(line, { quantity: 0 })).body).toMatchObject({ lines: [], branchId: null });
    expect(await customer.patch(line, { quantity: 1 })).toMatchObject({ status: 404 });
  });

  it("is one for all devices, even when two add at once", async () => {
    await customer.delete("/cart");
    await Promise.all([1, 2, 3, 4].map(() => add({ branchId: plov, itemId: dish.id, quantity: 1 })));
    expect((await cart()).lines).toMatchObject([{ quantity: 4 }]);
  });

  it("asks before it is thrown out for another branch", async () => {
    const refused = await add({ branchId: burger, itemId: other.id, quantity: 1 });
    expect(refused).toMatchObject({ status: 409, body: { code: "cart.other_branch" } });
    expect((await cart()).branchId).toBe(plov);
    const replaced = await add({ branchId: burger, itemId: other.id, quantity: 1, replace: true });
    expect(replaced.body).toMatchObject({ branchId: burger, lines: [{ itemId: other.id, quantity: 1 }] });
  });

  it("says what can no longer be had, and does not count it", async () => {
    await world.owner`insert into branch_items (organisation_id, branch_id, item_id, available, updated_at)
      values (${world.seeded.organisationId}, ${burger}, ${other.id}, false, now())
      on conflict (organisation_id, branch_id, item_id) do update set available = false`;
    expect(await cart()).toMatchObject({ lines: [{ available: false }], subtotalMinor: 0 });
  });

  it("is empty after the order, and full again after order again", async () => {
    await add({ branchId: plov, itemId: dish.id, quantity: 1, replace: true });
    const order: OrderSummary = await placed(world, { lines: [{ itemId: dish.id, quantity: 2 }] });
    expect((await cart()).lines).toEqual([]);
    expect((await customer.post(`/orders/${order.id}/again`)).body).toMatchObject({ lines: [{ quantity: 2 }] });
    expect(await world.as("courier1", "customer").post(`/orders/${order.id}/again`)).toMatchObject({ status: 404 });
  });

  it.each([0, -1, 1_000_000, 1.5, "many", null])("refuses a quantity of %j", async (quantity) => {
    expect(await add({ branchId: plov, itemId: dish.id, quantity })).toMatchObject({
      status: 422,
      body: { code: "request.invalid", message: expect.any(String) },
    });
  });

  it("refuses what is not on the menu of the branch", async () => {
    expect(await add({ branchId: plov, itemId: other.id, quantity: 1, replace: true })).toMatchObject({
      status: 404,
      body: { code: "item.not_found" },
    });
    expect(
      await add({ branchId: plov, itemId: dish.id, modifierIds: [world.deps.newId()], quantity: 1, replace: true }),
    ).toMatchObject({ status: 404, body: { code: "modifier.not_found" } });
  });
});
