import { afterAll, describe, expect, it } from "vitest";
import type { MenuItem, MenuView } from "#shared/contracts/menu";
import { placed, plainItem } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [customer, kitchen, manager] = [world.as("customer"), world.as("kitchen"), world.as("manager")];
const branchId = world.seeded.branches.plov!;
const see = async () => (await customer.get(`/branches/${branchId}/menu`)).body as MenuView;
const find = async (id: string) =>
  (await see()).categories.flatMap(({ items }) => items).find((item) => item.id === id)!;
const path = (itemId: string, what: string) => `/branches/${branchId}/items/${itemId}/${what}`;

describe("the menu of a branch", () => {
  it("has categories, items in three languages, and their choices", async () => {
    const { categories, currency } = await see();
    const items = categories.flatMap((category) => category.items);
    expect(currency).toBe("UZS");
    expect(items.length).toBeGreaterThanOrEqual(12);
    for (const { name } of items) expect(Object.keys(name).sort()).toEqual(["en", "ru", "uz"]);
    expect(items.some(({ modifierGroups }) => modifierGroups.length > 0)).toBe(true);
  });

  it("comes from the cache until something changes", async () => {
    const item = await plainItem(world, branchId);
    await see();
    await world.owner`update items set position = 99 where id = ${item.id}`;
    await world.owner`update items set price_minor = price_minor + 100 where id = ${item.id}`;
    expect((await find(item.id)).priceMinor).toBe(item.priceMinor);
    await kitchen.put(path(item.id, "availability"), { available: true });
    expect((await find(item.id)).priceMinor).toBe(item.priceMinor + 100);
  });

  it("shows sold out at once, and again when it is back", async () => {
    const item = await plainItem(world, branchId);
    for (const available of [false, true]) {
      await kitchen.put(path(item.id, "availability"), { available });
      expect((await find(item.id)).available).toBe(available);
    }
  });

  it("is searched in every language, whatever mark stands for the Uzbek one", async () => {
    const { categories } = await see();
    const named = categories.flatMap(({ items }) => items).find(({ name }) => name.uz?.includes("ʻ"))!;
    const search = async (q: string) =>
      ((await customer.get(`/branches/${branchId}/menu/search?q=${encodeURIComponent(q)}`)).body as MenuItem[]).map(
        ({ id }) => id,
      );
    for (const q of [named.name.en.toUpperCase(), named.name.ru!, named.name.uz!.replaceAll("ʻ", "'")])
      expect(await search(q)).toContain(named.id);
    expect(await search("zzzz")).toEqual([]);
  });
});

describe("stock", () => {
  it("goes down with an order, up with its end, and the log adds up to it", async () => {
    const item = await plainItem(world, branchId, 1);
    await manager.post(path(item.id, "stock"), { reason: "counted", stock: 4 });
    await manager.post(path(item.id, "stock"), { reason: "received", quantity: 3 });
    await manager.post(path(item.id, "stock"), { reason: "spoiled", quantity: 1 });
    const order = await placed(world, { lines: [{ itemId: item.id, quantity: 2 }] });
    expect((await find(item.id)).stock).toBe(4);
    await kitchen.post(`/orders/${order.id}/reject`, { reason: "too_busy" });
    expect((await find(item.id)).stock).toBe(6);
    const log = (await manager.get(path(item.id, "stock"))).body as { delta: number }[];
    const [first] =
      await world.owner`select coalesce(sum(delta), 0)::int as sum from stock_log where item_id = ${item.id}`;
    expect(first!.sum).toBe(6);
    expect(log.map(({ delta }) => delta).slice(0, 2)).toEqual(expect.arrayContaining([2, -2]));
  });

  it("is never written off below nothing", async () => {
    const item = await plainItem(world, branchId, 2);
    await manager.post(path(item.id, "stock"), { reason: "counted", stock: 1 });
    expect(await manager.post(path(item.id, "stock"), { reason: "spoiled", quantity: 2 })).toMatchObject({
      status: 409,
      body: { code: "item.out_of_stock" },
    });
  });

  it("loses nothing when it is counted while orders take of it", async () => {
    const item = await plainItem(world, branchId, 3);
    await manager.post(path(item.id, "stock"), { reason: "counted", stock: 100 });
    await Promise.all([
      ...[1, 2, 3, 4].map(() => manager.post(path(item.id, "stock"), { reason: "received", quantity: 10 })),
      ...[1, 2, 3, 4].map(() => placed(world, { lines: [{ itemId: item.id, quantity: 2 }] })),
    ]);
    expect((await find(item.id)).stock).toBe(132);
  });

  it("is changed by managers only, sold out by all staff, and neither by a customer", async () => {
    const item = await plainItem(world, branchId);
    const counted = { reason: "counted", stock: 1 };
    expect((await kitchen.post(path(item.id, "stock"), counted)).status).toBe(403);
    expect((await customer.put(path(item.id, "availability"), { available: false })).status).toBe(403);
    expect(await kitchen.put(path(world.deps.newId(), "availability"), { available: false })).toMatchObject({
      status: 404,
      body: { code: "item.not_found" },
    });
    const other = await plainItem(world, world.seeded.branches.burger!);
    expect((await kitchen.put(path(other.id, "availability"), { available: false })).status).toBe(404);
  });
});
